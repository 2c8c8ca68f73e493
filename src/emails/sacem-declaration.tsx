import { type CorrectionWords, describeCorrection } from '@/i18n/corrections';
import { organismLabels } from '@/i18n/labels';
import { formatDayRange } from '@/i18n/format';
import { MailFacts, MailLayout, MailText } from './mail-layout';

export type SacemDeclarationProps = {
  readonly seriesName: string;
  readonly organizationName: string;
  readonly siren: string;
  /** Client number of the structure at SACEM. */
  readonly sacemId: string;
  readonly declarantName: string;
  readonly declarantEmail: string;
  readonly firstStartAt: Date;
  readonly lastStartAt: Date;
  readonly performances: number;
  readonly submissionNumber: number;
  /** Documents of the show in this mail. */
  readonly documents: readonly { readonly type: string; readonly name: string }[];
  /** How many mails carry the documents: the others follow this one. */
  readonly mailCount: number;
  /** When other agencies are told the other performances: those of the whole show. */
  readonly performancesOfShow?: number;
  /** Of a corrective declaration: what it replaces, and what changes, line by line. */
  readonly correction: (CorrectionWords & { readonly changes: readonly string[] }) | null;
};

/** Names the show and the structure, so that an agency's inbox sorts itself. */
export function toSacemDeclarationSubject(props: SacemDeclarationProps): string {
  const { seriesName, organizationName, sacemId, mailCount, correction } = props;
  const part = mailCount > 1 ? ` – 1/${mailCount}` : '';
  const object = correction ? describeCorrection(correction) : `Déclaration ${organismLabels.SACEM}`;
  return `${object} – ${seriesName} – ${organizationName} (client ${sacemId})${part}`;
}

/** To the agency of SACEM, with the statement of revenue and expenses attached. Answers go to the declarant. */
export function SacemDeclaration(props: SacemDeclarationProps) {
  return (
    <MailLayout
      title="État des recettes et des dépenses"
      preview={`${props.seriesName}, déclaré par ${props.organizationName}`}
    >
      {props.correction && <MailText>{describeCorrection(props.correction)}.</MailText>}
      <MailText>Bonjour,</MailText>
      <MailText>
        {props.organizationName} vous transmet, en pièce jointe, l’état {props.correction ? 'rectifié ' : ''}des
        recettes et des dépenses du spectacle «{'\u00a0'}
        {props.seriesName}
        {'\u00a0'}»{props.documents.length > 0 && ', avec ses documents'}.
        {props.mailCount > 1 && ' D’autres documents suivent dans des courriels séparés.'}
      </MailText>
      <MailFacts facts={toFacts(props)} />
      {props.correction && props.correction.changes.length > 0 && (
        <>
          <MailText>Ce qui change&nbsp;:</MailText>
          {props.correction.changes.map((line, index) => (
            <MailText key={index}>{line}</MailText>
          ))}
        </>
      )}
      <MailText>
        Pour toute question, répondez à ce message{'\u00a0'}: votre réponse ira à {props.declarantName},{' '}
        {props.declarantEmail}.
      </MailText>
    </MailLayout>
  );
}

function toFacts(props: SacemDeclarationProps) {
  return [
    { label: 'Structure', value: `${props.organizationName}, SIREN ${props.siren}` },
    { label: 'Numéro de client SACEM', value: props.sacemId },
    { label: 'Spectacle', value: props.seriesName },
    {
      label: 'Dates',
      value: `${formatDayRange(props.firstStartAt, props.lastStartAt)}, ${countPerformances(props.performances)}`,
    },
    ...(props.performancesOfShow === undefined
      ? []
      : [
          {
            label: 'Portée',
            value: `les représentations de votre ressort, sur ${props.performancesOfShow}\u00a0dans tout le spectacle\u00a0; les dépenses sont celles du spectacle entier`,
          },
        ]),
    ...props.documents.map(({ type, name }, index) => ({ label: `Document ${index + 1}`, value: `${type}, ${name}` })),
    { label: 'Déclarant', value: `${props.declarantName}, ${props.declarantEmail}` },
    { label: 'Envoi', value: `n°\u00a0${props.submissionNumber}` },
  ];
}

function countPerformances(count: number): string {
  return count === 1 ? '1\u00a0représentation' : `${count}\u00a0représentations`;
}
