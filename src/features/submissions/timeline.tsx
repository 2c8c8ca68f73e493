import { isSelfSent } from '@/domain/organism';
import { errorTexts } from '@/i18n/errors';
import { formatDateTime, formatTime } from '@/i18n/format';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import { isLetter } from './describe-outcome';
import styles from './submissions.module.css';

type Step = SubmissionView['steps'][number];

/** Each step in plain words with its hour; new ones are read aloud as they come. */
export function Timeline({ submission }: { readonly submission: SubmissionView }) {
  const answer = submission.resolution;
  return (
    <ol className={styles.timeline} aria-live="polite">
      <li data-state="succeeded">
        <p className={styles.stepTitle}>{describeBeginning(submission)}</p>
        <p className={styles.stepDetail}>
          {formatDateTime(new Date(submission.createdAt))}.{' '}
          {isSelfSent(submission.organism) || isLetter(submission) ? 'Ce qui est déclaré' : 'Ce qui part'} est
          figé&nbsp;: rien ne le changera plus.
        </p>
      </li>
      {submission.steps.map((step, index) => (
        <li key={`${step.kind}-${index}`} data-state={step.state}>
          <p className={styles.stepTitle}>{describeStep(step, submission)}</p>
          <p className={styles.stepDetail}>{describeProgress(step)}</p>
        </li>
      ))}
      {answer && isSelfSent(submission.organism) && (
        <li data-state={answer.outcome === 'accepted' ? 'succeeded' : 'refused'}>
          <p className={styles.stepTitle}>
            {answer.outcome === 'accepted' ? 'Acceptée' : 'Refusée'}, d’après {answer.by}
          </p>
          <p className={styles.stepDetail}>{formatDateTime(new Date(answer.at))}.</p>
        </li>
      )}
    </ol>
  );
}

function describeBeginning(submission: SubmissionView): string {
  const { organism, author } = submission;
  if (isLetter(submission)) return `Lettre écrite ${organismPhrases[organism].to} par ${author.name}`;
  if (!isSelfSent(organism)) return `Déclaration préparée par ${author.name}`;
  return `Déclarée ${organismPhrases[organism].to} par ${author.name}`;
}

function describeStep({ kind, mail, ...step }: Step, submission: SubmissionView): string {
  const { documentsRecipient, author } = submission;
  const { recipient, agencyName } = step.recipient === null ? submission : step;
  if (kind === 'sacem-documents-mail' || kind === 'sacd-documents-mail') {
    const part = mail && mail.count > 1 ? ` (courriel ${mail.number} sur ${mail.count})` : '';
    return `Documents à ${agencyName ? `${agencyName}, ` : ''}${step.recipient ?? documentsRecipient ?? recipient}${part}`;
  }
  if (kind === 'sacem-mail') return `Courriel à la SACEM, ${agencyName ? `${agencyName}, ` : ''}${recipient}`;
  if (kind === 'sacd-declare') return 'Déclaration au service en ligne de la SACD';
  return `Message à ${author.email}`;
}

const waitingWords: Readonly<Record<Step['kind'], string>> = {
  'sacem-mail': 'Partira dans un instant',
  'sacd-declare': 'Partira dans un instant',
  'sacem-documents-mail': 'Partira dans un instant',
  'sacd-documents-mail': 'Partira dans un instant',
  'receipt-mail': 'Partira quand l’organisme aura reçu la déclaration',
};

const doneWords: Readonly<Record<Step['kind'], string>> = {
  'sacem-mail': 'Remis au serveur de messagerie de la SACEM',
  'sacd-declare': 'Reçue par la SACD, qui a répondu',
  'sacem-documents-mail': 'Remis au serveur de messagerie de la SACEM',
  'sacd-documents-mail': 'Remis au serveur de messagerie de la SACD',
  'receipt-mail': 'Remis',
};

function describeProgress({ kind, state, attempts, sendingAt, finishedAt, nextAttemptAt, errorCode }: Step): string {
  const next = nextAttemptAt ? ` à ${formatTime(new Date(nextAttemptAt))}` : '';
  const at = finishedAt ?? sendingAt;
  const when = at ? ` le ${formatDateTime(new Date(at))}` : '';
  const reason = errorCode !== null && errorCode in errorTexts ? findReason(errorCode) : null;
  switch (state) {
    case 'waiting':
      return attempts > 0
        ? `${reason ?? 'Le dernier essai n’a pas abouti'}. Nouvel essai automatique${next} (${attempts} jusqu’ici).`
        : `${waitingWords[kind]}.`;
    case 'running':
      return 'En cours…';
    case 'succeeded':
      return `${doneWords[kind]}${when}.`;
    case 'refused':
      return `Refusée${when}.`;
    case 'failed':
      return `${reason ?? 'N’a pas abouti'}${when}.`;
    case 'unknown':
      return `Partie${when}, sans réponse\u00a0: personne ne sait encore si elle a été reçue.`;
  }
}

function findReason(code: string): string | null {
  return Object.entries(errorTexts).find(([known]) => known === code)?.[1].title ?? null;
}
