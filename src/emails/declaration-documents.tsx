import { type Organism } from '@/domain/organism';
import { formatDate } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import { MailFacts, MailLayout, MailText } from './mail-layout';

export type DeclarationDocumentsProps = {
  readonly organism: Organism;
  readonly seriesName: string;
  readonly organizationName: string;
  readonly siren: string;
  /** Number of the structure at the organism. */
  readonly memberId: string;
  readonly declarantName: string;
  readonly declarantEmail: string;
  readonly declaredAt: Date;
  /** That the organism gave to the declaration, where there are. */
  readonly numbers: readonly string[];
  readonly documents: readonly { readonly type: string; readonly name: string }[];
  /** Which of the mails that carry the documents, from 1. */
  readonly mailNumber: number;
  readonly mailCount: number;
};

/** Names the show and the structure, so that an agency's inbox sorts itself. */
export function toDeclarationDocumentsSubject(props: DeclarationDocumentsProps): string {
  const { organism, seriesName, organizationName, memberId, mailNumber, mailCount } = props;
  const part = mailCount > 1 ? ` – ${mailNumber}/${mailCount}` : '';
  return `Documents ${organismLabels[organism]} – ${seriesName} – ${organizationName} (n° ${memberId})${part}`;
}

/** To the agency of an organism: documents of a show whose declaration it has, or has just received. Answers go to the declarant. */
export function DeclarationDocuments(props: DeclarationDocumentsProps) {
  const label = organismLabels[props.organism];
  return (
    <MailLayout title="Documents d’un spectacle" preview={`${props.seriesName}, déclaré par ${props.organizationName}`}>
      <MailText>Bonjour,</MailText>
      <MailText>
        {props.organizationName} vous transmet, en pièce jointe, des documents du spectacle «{'\u00a0'}
        {props.seriesName}
        {'\u00a0'}».{' '}
        {props.organism === 'SACD'
          ? `Sa déclaration est déjà chez vous${'\u00a0'}: le service en ligne de la ${label} l’a acceptée.`
          : 'Ils complètent la déclaration que vous venez de recevoir.'}
      </MailText>
      <MailFacts facts={toFacts(props)} />
      <MailText>
        Pour toute question, répondez à ce message{'\u00a0'}: votre réponse ira à {props.declarantName},{' '}
        {props.declarantEmail}.
      </MailText>
    </MailLayout>
  );
}

function toFacts(props: DeclarationDocumentsProps) {
  const { numbers, documents, mailNumber, mailCount } = props;
  const label = organismLabels[props.organism];
  return [
    { label: 'Structure', value: `${props.organizationName}, SIREN ${props.siren}` },
    { label: `Numéro ${label}`, value: props.memberId },
    { label: 'Spectacle', value: props.seriesName },
    { label: 'Déclaré le', value: formatDate(props.declaredAt) },
    ...(numbers.length > 0 ? [{ label: 'Numéros des représentations', value: numbers.join(', ') }] : []),
    ...documents.map(({ type, name }, index) => ({ label: `Document ${index + 1}`, value: `${type}, ${name}` })),
    ...(mailCount > 1 ? [{ label: 'Courriel', value: `${mailNumber} sur ${mailCount}` }] : []),
    { label: 'Déclarant', value: `${props.declarantName}, ${props.declarantEmail}` },
  ];
}
