import type { AlertProps } from '@codegouvfr/react-dsfr/Alert';
import { errorTexts } from '@/i18n/errors';
import { formatDateTime } from '@/i18n/format';
import { isSelfSent } from '@/domain/organism';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import { listAgencies } from './list-agencies';

export type Outcome = {
  readonly severity: AlertProps.Severity;
  readonly title: string;
  readonly explanation: string;
};

/** Where a submission stands, in one sentence, and what it means for the person. */
export function describeOutcome(submission: SubmissionView): Outcome {
  const { start, the, to } = organismPhrases[submission.organism];
  const { state, resolution, finishedAt } = submission;
  const at = finishedAt ? ` le ${formatDateTime(new Date(finishedAt))}` : '';
  switch (state) {
    case 'accepted':
      return {
        severity: 'success',
        title: `${start} a accepté cette déclaration${at}`,
        explanation: resolution ? describeResolution(resolution) : 'Vous n’avez plus rien à faire.',
      };
    case 'sent':
      return {
        severity: 'success',
        title: isLetter(submission)
          ? `Correction écrite ${to}${at}`
          : `Déclaration ${isSelfSent(submission.organism) ? 'faite' : 'envoyée'} ${to}${at}`,
        explanation: resolution ? describeResolution(resolution) : describeSent(submission),
      };
    case 'refused':
      return {
        severity: 'error',
        title: `${start} a refusé cette déclaration${at}`,
        explanation: isSelfSent(submission.organism)
          ? 'Corrigez ce qui est demandé, puis déclarez de nouveau sur son site.'
          : 'Corrigez ce qu’elle demande, puis renvoyez. Rien ne partira deux fois.',
      };
    case 'failed':
      return {
        severity: 'error',
        title: isPartial(submission)
          ? 'Cette déclaration n’est pas partie partout'
          : 'Cette déclaration n’est pas partie',
        explanation: describeFailure(submission),
      };
    case 'unknown':
      return {
        severity: 'warning',
        title: `Nous ne savons pas si ${the} a reçu cette déclaration`,
        explanation: 'La liaison a été coupée pendant l’envoi. Rien ne repartira avant que vous ayez vérifié.',
      };
    case 'draft':
    case 'sending':
      return {
        severity: 'info',
        title: `Envoi ${to} en cours`,
        explanation: 'Vous pouvez quitter cette page\u00a0: l’envoi continue, et vous recevrez un reçu par courriel.',
      };
  }
}

function describeSent(submission: SubmissionView): string {
  const { organism, recipient, author } = submission;
  const { start, the } = organismPhrases[organism];
  if (isLetter(submission)) {
    return `${author.name} a écrit à ${the}, qui corrige par écrit ce qu’elle a accepté. La lettre et les chiffres sont gardés ici.`;
  }
  if (isSelfSent(organism)) return 'Vous l’avez déclarée vous-même. Quand la réponse arrive, dites-la ici.';
  return `Elle a été remise à ${recipient}. ${start} n’accuse pas réception\u00a0: elle vous écrira si elle a une question.`;
}

/** A correction that a person wrote to the organism themselves. */
export function isLetter({ documents }: SubmissionView): boolean {
  return documents.some(({ kind }) => kind === 'letter');
}

/** Several agencies, some of which have their statement. */
export function isPartial(submission: SubmissionView): boolean {
  return listAddresses(submission, 'succeeded').length > 0;
}

function listAddresses(submission: SubmissionView, state: 'succeeded' | 'failed'): string[] {
  return listAgencies(submission).flatMap((step) => (step.state === state ? [step.recipient] : []));
}

function describeFailure(submission: SubmissionView): string {
  const { errorCode, resolution } = submission;
  if (isPartial(submission)) {
    const [received, missing] = [listAddresses(submission, 'succeeded'), listAddresses(submission, 'failed')];
    return `${received.join(', ')}\u00a0: état remis. ${missing.join(', ')}\u00a0: rien n’a été reçu.`;
  }
  if (resolution) return describeResolution(resolution);
  const known = Object.entries(errorTexts).find(([code]) => code === errorCode);
  return known ? `${known[1].title}. ${known[1].explanation}` : 'L’organisme n’a rien reçu.';
}

const resolutionWords: Readonly<Record<NonNullable<SubmissionView['resolution']>['outcome'], string>> = {
  received: 'reçue',
  'not-received': 'non reçue',
  accepted: 'acceptée',
  refused: 'refusée',
};

function describeResolution({ by, at, outcome, note }: NonNullable<SubmissionView['resolution']>): string {
  const word = resolutionWords[outcome];
  const words = `${by} l’a indiquée comme ${word} le ${formatDateTime(new Date(at))}`;
  return note ? `${words}\u00a0: «\u00a0${note}\u00a0».` : `${words}.`;
}
