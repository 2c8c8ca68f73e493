import { type Meta, type StoryObj } from '@storybook/nextjs-vite';
import { MailFrame } from './mail-frame';
import { DeclarationDocuments } from './declaration-documents';
import { SacemDeclaration, type SacemDeclarationProps } from './sacem-declaration';
import { SubmissionProblem } from './submission-problem';
import { SubmissionReceipt } from './submission-receipt';

const meta: Meta<typeof MailFrame> = { title: 'Courriels/Déclarations', component: MailFrame };
export default meta;
type Story = StoryObj<typeof MailFrame>;

const href = 'https://assistant.test/structures/1/envois/2';
const longName = `${'La très longue nuit des gardiens du phare '.repeat(4)}(reprise)`;

function givenDeclarationMail(seriesName: string, correction: SacemDeclarationProps['correction'] = null) {
  return (
    <SacemDeclaration
      seriesName={seriesName}
      organizationName="Association Le Phare d’Ouessant"
      siren="552100554"
      sacemId="500123"
      declarantName="Nolwenn Cadiou"
      declarantEmail="nolwenn@phare-ouessant.test"
      firstStartAt={new Date('2026-06-26T18:30:00.000Z')}
      lastStartAt={new Date('2026-06-30T12:00:00.000Z')}
      performances={3}
      submissionNumber={1}
      documents={[]}
      mailCount={0}
      correction={correction}
    />
  );
}

function givenReceipt(isAccepted: boolean) {
  return (
    <SubmissionReceipt
      organism={isAccepted ? 'SACD' : 'SACEM'}
      seriesName="La Nuit des gardiens"
      organizationName="Association Le Phare d’Ouessant"
      authorName="Nolwenn Cadiou"
      recipient={isAccepted ? 'Service de télédéclaration de la SACD' : 'brest@delegation-sacem.test'}
      sentAt={new Date('2026-07-06T08:00:00.000Z')}
      correction={isAccepted ? null : { number: 2, replaces: 1, submittedAt: new Date('2026-07-06T08:00:00.000Z') }}
      isAccepted={isAccepted}
      numbers={isAccepted ? ['900001', '900002', '900003'] : []}
      documentName="Déclaration SACEM - la-nuit-des-gardiens.pdf"
      documentSha256={'ab'.repeat(32)}
      documents={null}
      href={href}
    />
  );
}

function givenProblem(kind: 'refused' | 'failed' | 'unknown') {
  return (
    <SubmissionProblem
      kind={kind}
      organism="SACD"
      seriesName="La Nuit des gardiens"
      recipient="Service de télédéclaration de la SACD"
      sentAt={new Date('2026-07-06T08:00:00.000Z')}
      reason={kind === 'refused' ? 'La SACD a refusé au moins une représentation.' : 'La SACD n’a pas répondu.'}
      answers={kind === 'refused' ? ['vendredi 26 juin 2026 à 20\u00a0h\u00a030\u00a0: Jauge incohérente'] : []}
      href={href}
    />
  );
}

export const SacemAgency: Story = {
  name: 'À la délégation SACEM',
  args: { title: 'Courriel à la délégation', mail: givenDeclarationMail('La Nuit des gardiens') },
};
export const SacemAgencyLong: Story = {
  name: 'À la délégation SACEM, titre long',
  args: { title: 'Courriel à la délégation', mail: givenDeclarationMail(longName) },
};
export const ReceiptAccepted: Story = {
  name: 'Reçu, acceptée',
  args: { title: 'Reçu', mail: givenReceipt(true) },
};
export const ReceiptSent: Story = { name: 'Reçu, envoyée', args: { title: 'Reçu', mail: givenReceipt(false) } };
export const ProblemRefused: Story = {
  name: 'Problème, refusée',
  args: { title: 'Problème', mail: givenProblem('refused') },
};
export const ProblemFailed: Story = {
  name: 'Problème, non envoyée',
  args: { title: 'Problème', mail: givenProblem('failed') },
};
export const ProblemUnknown: Story = {
  name: 'Problème, à vérifier',
  args: { title: 'Problème', mail: givenProblem('unknown') },
};

export const DocumentsToSacd: Story = {
  name: 'Documents à la délégation SACD',
  args: {
    title: 'Documents',
    mail: (
      <DeclarationDocuments
        organism="SACD"
        seriesName={longName}
        organizationName="Association Le Phare d’Ouessant"
        siren="552100554"
        memberId="40418"
        declarantName="Nolwenn Cadiou"
        declarantEmail="nolwenn@phare-ouessant.test"
        declaredAt={new Date('2026-07-06T08:00:00.000Z')}
        numbers={['900001', '900002']}
        documents={[
          { type: 'Contrat artistique', name: 'Contrat de cession.pdf' },
          { type: 'Autre document', name: 'Dossier de presse.pdf' },
        ]}
        mailNumber={1}
        mailCount={2}
      />
    ),
  },
};
export const SacemCorrection: Story = {
  name: 'À la délégation SACEM, rectificative',
  args: {
    title: 'Courriel à la délégation',
    mail: givenDeclarationMail('La Nuit des gardiens', {
      number: 2,
      replaces: 1,
      submittedAt: new Date('2026-07-06T08:00:00.000Z'),
      changes: ['Représentation du vendredi 26 juin 2026 à 20 h 30 :', '- Billets payants : 120 devient 118'],
    }),
  },
};
