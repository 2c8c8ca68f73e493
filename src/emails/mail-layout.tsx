import { Body, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from '@react-email/components';
import { type ReactNode } from 'react';

const font = 'Marianne, Arial, Helvetica, sans-serif';
const ink = '#161616';
const grey = '#3a3a3a';

/** What every mail of the service looks like: its name, one title, the content, who sends it. */
export function MailLayout({ title, preview, children }: { title: string; preview: string; children: ReactNode }) {
  return (
    <Html lang="fr">
      <Head>
        <title>{title}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{preview}</Preview>
      <Body style={{ backgroundColor: '#f6f6f6', fontFamily: font, color: ink, margin: 0, padding: '24px 0' }}>
        <Container style={{ backgroundColor: '#ffffff', maxWidth: '560px', padding: '32px' }}>
          <Text style={{ fontSize: '14px', fontWeight: 700, color: '#000091', margin: '0 0 24px' }}>
            Assistant déclaration
          </Text>
          <Heading as="h1" style={{ fontSize: '22px', lineHeight: '30px', margin: '0 0 16px' }}>
            {title}
          </Heading>
          {children}
          <Hr style={{ borderColor: '#dddddd', margin: '32px 0 16px' }} />
          <Text style={{ fontSize: '13px', lineHeight: '20px', color: grey, margin: 0 }}>
            Assistant déclaration, service public numérique pour les entrepreneurs du spectacle vivant.
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export function MailText({ children }: { children: ReactNode }) {
  return <Text style={{ fontSize: '16px', lineHeight: '24px', margin: '0 0 16px' }}>{children}</Text>;
}

/** The one thing to do. */
export function MailButton({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Section style={{ margin: '8px 0 24px' }}>
      <Link
        href={href}
        style={{
          display: 'inline-block',
          backgroundColor: '#000091',
          color: '#ffffff',
          fontSize: '16px',
          lineHeight: '24px',
          padding: '8px 16px',
          textDecoration: 'none',
        }}
      >
        {children}
      </Link>
    </Section>
  );
}

/** Facts, one per line: «Spectacle : La Nuit des gardiens». */
export function MailFacts({ facts }: { facts: readonly { readonly label: string; readonly value: string }[] }) {
  return (
    <Section style={{ borderLeft: '4px solid #6a6af4', paddingLeft: '16px', margin: '0 0 24px' }}>
      {facts.map(({ label, value }) => (
        <Text key={label} style={{ fontSize: '16px', lineHeight: '24px', margin: '0 0 4px', wordBreak: 'break-word' }}>
          {label}
          {'\u00a0: '}
          <strong>{value}</strong>
        </Text>
      ))}
    </Section>
  );
}

/** A link inside a text: underlined, for whoever does not see its colour. */
export function MailLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link href={href} style={{ color: '#000091', textDecoration: 'underline' }}>
      {children}
    </Link>
  );
}

/** Why one receives it and how to stop it, in small under what matters. */
export function MailFooter({ children }: { children: ReactNode }) {
  return <Text style={{ fontSize: '13px', lineHeight: '20px', color: grey, margin: '24px 0 0' }}>{children}</Text>;
}
