import { type Organism } from '@/domain/organism';
import { type CorrectionWords, describeCorrection } from '@/i18n/corrections';
import { formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import { MailButton, MailFacts, MailLayout, MailText } from './mail-layout';

export type SubmissionReceiptProps = {
  readonly organism: Organism;
  readonly seriesName: string;
  readonly organizationName: string;
  readonly authorName: string;
  readonly recipient: string;
  /** Of a correction: what it replaces. */
  readonly correction: CorrectionWords | null;
  readonly sentAt: Date;
  /** Accepted by the organism itself, or sent without an acknowledgement to expect. */
  readonly isAccepted: boolean;
  /** Numbers that the organism gave, one per performance where there are. */
  readonly numbers: readonly string[];
  readonly documentName: string;
  readonly documentSha256: string;
  /** Documents of the show that went with it; null when there was none. */
  readonly documents: {
    readonly names: readonly string[];
    readonly recipient: string;
    readonly areSent: boolean;
  } | null;
  readonly href: string;
};

export function toSubmissionReceiptSubject({ organism, seriesName, isAccepted }: SubmissionReceiptProps): string {
  const outcome = isAccepted ? 'acceptée' : 'envoyée';
  return `Votre déclaration ${organismLabels[organism]} est ${outcome} – ${seriesName}`;
}

/** To the declarant: what left, to whom, when, and the document as it was sent. */
export function SubmissionReceipt(props: SubmissionReceiptProps) {
  const label = organismLabels[props.organism];
  const title = props.isAccepted ? `La ${label} a accepté votre déclaration` : `Votre déclaration ${label} est envoyée`;
  return (
    <MailLayout title={title} preview={`${props.seriesName}, ${formatDateTime(props.sentAt)}`}>
      <MailText>Bonjour,</MailText>
      <MailText>
        {props.isAccepted
          ? `La ${label} a bien reçu et accepté la déclaration ci-dessous.`
          : `La déclaration ci-dessous est partie par courriel. La ${label} peut vous écrire si elle a une question.`}{' '}
        Conservez ce message{'\u00a0'}: il est votre reçu.
      </MailText>
      {props.documents?.areSent === false && (
        <MailText>
          Vos documents ne sont pas tous partis à {props.documents.recipient}. La déclaration, elle, est bien{' '}
          {props.isAccepted ? 'acceptée' : 'envoyée'}
          {'\u00a0'}: ouvrez l’envoi pour renvoyer les documents.
        </MailText>
      )}
      <MailFacts facts={toFacts(props)} />
      <MailButton href={props.href}>Voir l’envoi</MailButton>
      <MailText>Le document joint est celui qui a été envoyé, à l’octet près.</MailText>
    </MailLayout>
  );
}

function toFacts(props: SubmissionReceiptProps) {
  return [
    ...(props.correction ? [{ label: 'Objet', value: describeCorrection(props.correction) }] : []),
    { label: 'Spectacle', value: props.seriesName },
    { label: 'Structure', value: props.organizationName },
    { label: 'Destinataire', value: props.recipient },
    { label: 'Envoyée le', value: formatDateTime(props.sentAt) },
    { label: 'Par', value: props.authorName },
    ...(props.numbers.length > 0
      ? [{ label: `Numéros ${organismLabels[props.organism]}`, value: props.numbers.join(', ') }]
      : []),
    { label: 'Document', value: props.documentName },
    { label: 'Empreinte SHA-256', value: props.documentSha256 },
    ...(props.documents?.areSent
      ? [{ label: `Documents envoyés à ${props.documents.recipient}`, value: props.documents.names.join(', ') }]
      : []),
  ];
}
