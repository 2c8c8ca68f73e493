import { Footer } from '@codegouvfr/react-dsfr/Footer';
import { brandTop, footerId, homeLink } from './service';
import { ThemeSelect } from './theme-select';

export type FooterLinks = {
  readonly accessibility: string;
  readonly terms: string;
  readonly legalNotice: string;
  readonly privacy: string;
};

/** Foot of every page: what the service is, and the legal pages. */
export function SiteFooter({ links }: { readonly links: FooterLinks }) {
  return (
    <Footer
      id={footerId}
      brandTop={brandTop}
      homeLinkProps={homeLink}
      accessibility="non compliant"
      accessibilityLinkProps={{ href: links.accessibility }}
      termsLinkProps={{ href: links.legalNotice }}
      contentDescription="Assistant déclaration aide les entrepreneurs du spectacle vivant à déclarer leurs représentations à partir de leur billetterie."
      bottomItems={[
        { text: 'Données personnelles', linkProps: { href: links.privacy } },
        { text: 'Conditions d’utilisation', linkProps: { href: links.terms } },
        <ThemeSelect key="theme" />,
      ]}
    />
  );
}
