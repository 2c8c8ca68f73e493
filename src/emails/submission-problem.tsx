import { type Organism } from '@/domain/organism';
import { formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import { MailButton, MailFacts, MailLayout, MailText } from './mail-layout';

/** Refused by the organism, surely not received, or perhaps received. */
export type SubmissionProblemKind = 'refused' | 'failed' | 'unknown';

export type SubmissionProblemProps = {
  readonly kind: SubmissionProblemKind;
  readonly organism: Organism;
  readonly seriesName: string;
  readonly recipient: string;
  /** Agencies that have their statement, when others do not; null otherwise. */
  readonly received?: string | null;
  readonly sentAt: Date;
  /** What happened, in one sentence of ours. */
  readonly reason: string;
  /** The organism's own words, one per line; per performance where it said so. */
  readonly answers: readonly string[];
  readonly href: string;
};

export function toSubmissionProblemSubject({ kind, organism, seriesName }: SubmissionProblemProps): string {
  const label = organismLabels[organism];
  const outcomes: Record<SubmissionProblemKind, string> = {
    refused: `La ${label} a refusé votre déclaration`,
    failed: `Votre déclaration ${label} n’est pas partie`,
    unknown: `Votre déclaration ${label} est à vérifier`,
  };
  return `${outcomes[kind]} – ${seriesName}`;
}

/** To the declarant: what happened, whether anything was sent, what to do. */
export function SubmissionProblem(props: SubmissionProblemProps) {
  const label = organismLabels[props.organism];
  const received = props.received ?? null;
  const texts = toTexts(props.kind, label, received !== null);
  return (
    <MailLayout title={texts.title} preview={`${props.seriesName}\u00a0: ${texts.title}`}>
      <MailText>Bonjour,</MailText>
      <MailText>{props.reason}</MailText>
      <MailFacts
        facts={[
          { label: 'Spectacle', value: props.seriesName },
          { label: 'Destinataire', value: props.recipient },
          ...(received === null ? [] : [{ label: 'Déjà remis à', value: received }]),
          { label: 'Demandé le', value: formatDateTime(props.sentAt) },
        ]}
      />
      {props.answers.length > 0 && (
        <>
          <MailText>
            Ce que la {label} a répondu{'\u00a0'}:
          </MailText>
          {props.answers.map((answer) => (
            <MailText key={answer}>
              «{'\u00a0'}
              {answer}
              {'\u00a0'}»
            </MailText>
          ))}
        </>
      )}
      <MailText>{texts.todo}</MailText>
      <MailButton href={props.href}>{texts.button}</MailButton>
    </MailLayout>
  );
}

function toTexts(
  kind: SubmissionProblemKind,
  label: string,
  isPartial: boolean,
): { title: string; todo: string; button: string } {
  if (kind === 'refused') {
    return {
      title: `La ${label} a refusé votre déclaration`,
      todo: 'Le formulaire est de nouveau ouvert. Corrigez ce qu’il faut, vérifiez, puis envoyez à nouveau.',
      button: 'Corriger la déclaration',
    };
  }
  if (kind === 'failed') {
    return {
      title: isPartial
        ? `Votre déclaration ${label} n’est pas partie partout`
        : `Votre déclaration ${label} n’est pas partie`,
      todo: isPartial
        ? 'Les délégations déjà servies ne recevront rien de plus. Vous pouvez envoyer à nouveau aux autres, ou corriger la déclaration avant.'
        : 'Rien n’a été reçu. Vous pouvez envoyer à nouveau le même document, ou corriger la déclaration avant.',
      button: 'Voir l’envoi',
    };
  }
  return {
    title: `Votre déclaration ${label} est à vérifier`,
    todo: `Nous ne savons pas si la ${label} l’a reçue, et nous ne l’enverrons pas une seconde fois sans vous. Demandez-lui si elle l’a, puis dites-le sur la page de l’envoi.`,
    button: 'Voir l’envoi',
  };
}
