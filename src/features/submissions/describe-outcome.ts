import type { AlertProps } from '@codegouvfr/react-dsfr/Alert';
import { errorTexts } from '@/i18n/errors';
import { formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';

export type Outcome = {
  readonly severity: AlertProps.Severity;
  readonly title: string;
  readonly explanation: string;
};

/** Where a submission stands, in one sentence, and what it means for the person. */
export function describeOutcome(submission: SubmissionView): Outcome {
  const name = organismLabels[submission.organism];
  const { state, resolution, finishedAt } = submission;
  const at = finishedAt ? ` le ${formatDateTime(new Date(finishedAt))}` : '';
  switch (state) {
    case 'accepted':
      return {
        severity: 'success',
        title: `La ${name} a accepté cette déclaration${at}`,
        explanation: resolution ? describeResolution(resolution) : 'Vous n’avez plus rien à faire.',
      };
    case 'sent':
      return {
        severity: 'success',
        title: `Déclaration envoyée à la ${name}${at}`,
        explanation: resolution
          ? describeResolution(resolution)
          : submission.steps.length === 0
            ? `${submission.author.name} a écrit à la ${name} : ce service ne peut pas rectifier à sa place ce qui est accepté. La lettre et les chiffres sont gardés ici.`
            : `Elle a été remise à ${submission.recipient}. La ${name} n’accuse pas réception\u00a0: elle vous écrira si elle a une question.`,
      };
    case 'refused':
      return {
        severity: 'error',
        title: `La ${name} a refusé cette déclaration${at}`,
        explanation: 'Corrigez ce qu’elle demande, puis renvoyez. Rien ne partira deux fois.',
      };
    case 'failed':
      return {
        severity: 'error',
        title: 'Cette déclaration n’est pas partie',
        explanation: describeFailure(submission),
      };
    case 'unknown':
      return {
        severity: 'warning',
        title: `Nous ne savons pas si la ${name} a reçu cette déclaration`,
        explanation: 'La liaison a été coupée pendant l’envoi. Rien ne repartira avant que vous ayez vérifié.',
      };
    case 'draft':
    case 'sending':
      return {
        severity: 'info',
        title: `Envoi à la ${name} en cours`,
        explanation: 'Vous pouvez quitter cette page\u00a0: l’envoi continue, et vous recevrez un reçu par courriel.',
      };
  }
}

function describeFailure({ errorCode, resolution }: SubmissionView): string {
  if (resolution) return describeResolution(resolution);
  const known = Object.entries(errorTexts).find(([code]) => code === errorCode);
  return known ? `${known[1].title}. ${known[1].explanation}` : 'L’organisme n’a rien reçu.';
}

function describeResolution({ by, at, outcome, note }: NonNullable<SubmissionView['resolution']>): string {
  const word = outcome === 'received' ? 'reçue' : 'non reçue';
  const words = `${by} l’a indiquée comme ${word} le ${formatDateTime(new Date(at))}`;
  return note ? `${words}\u00a0: «\u00a0${note}\u00a0».` : `${words}.`;
}
