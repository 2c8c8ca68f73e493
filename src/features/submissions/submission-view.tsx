'use client';
import type { DeclarationState } from '@/domain/declaration/status';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatDateTime } from '@/i18n/format';
import { organismLabels } from '@/i18n/labels';
import type { DifferencesView } from '@/server/submissions/get-differences.schema';
import type { SubmissionView as Submission } from '@/server/submissions/get-submission.schema';
import type { SubmissionRow } from '@/server/submissions/list-submissions.schema';
import { Answers } from './answers';
import { describeOutcome } from './describe-outcome';
import { Differences } from './differences';
import { Documents } from './documents';
import { type Resolution, ResolveForm } from './resolve-form';
import { RetryForm } from './retry-form';
import { StateBadge } from './state-badge';
import { Timeline } from './timeline';
import styles from './submissions.module.css';

export type SubmissionViewProps = {
  readonly submission: Submission;
  /** Other submissions of the same show. */
  readonly others: readonly SubmissionRow[];
  readonly showHref: string;
  readonly listHref: string;
  readonly submissionHref: (submissionId: string) => string;
  /** What changed since the submission before, and since this one; null while it is not known. */
  readonly differences: DifferencesView | null;
  readonly onKeepChange: (fingerprint: string) => Promise<ScreenErrorCode | null>;
  readonly onCorrect: () => Promise<ScreenErrorCode | null>;
  readonly onRetry: () => Promise<ScreenErrorCode | null>;
  readonly onResolve: (resolution: Resolution) => Promise<ScreenErrorCode | null>;
};

/** The proof: what left, when, to whom, what the organism answered, and what to do when it did not go well. */
export function SubmissionView(props: SubmissionViewProps) {
  const { submission, others, showHref, listHref, submissionHref } = props;
  const name = organismLabels[submission.organism];
  const outcome = describeOutcome(submission);
  return (
    <div className={`fr-container fr-my-4w ${styles.page}`}>
      <p className={`fr-mb-1w ${styles.screenOnly}`}>
        <a className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={listHref}>
          Tous les envois
        </a>
      </p>
      <h1 className="fr-mb-1v">{submission.seriesName}</h1>
      <p className="fr-text--lead">
        Envoi n°&nbsp;{submission.number} à la {name}, le {formatDateTime(new Date(submission.createdAt))}
      </p>
      <div role="status" className={`fr-alert fr-alert--${outcome.severity} fr-mb-4w`}>
        <h2 className="fr-alert__title">{outcome.title}</h2>
        {submission.message && (
          <blockquote className="fr-my-1w">
            <p>«&nbsp;{submission.message}&nbsp;»</p>
          </blockquote>
        )}
        <p>{outcome.explanation}</p>
      </div>
      <NextStep {...props} />
      {props.differences && <Differences {...props} differences={props.differences} />}
      <section aria-labelledby="timeline-title">
        <h2 id="timeline-title" className="fr-h4">
          Étapes
        </h2>
        <Timeline submission={submission} />
      </section>
      <Answers submission={submission} />
      <Documents submission={submission} />
      {others.length > 0 && (
        <section aria-labelledby="others-title" className={styles.screenOnly}>
          <h2 id="others-title" className="fr-h4">
            Autres envois de ce spectacle
          </h2>
          <ul className={styles.others}>
            {others.map((other) => (
              <li key={other.id}>
                <a className="fr-link" href={submissionHref(other.id)}>
                  {organismLabels[other.organism]}, envoi n°&nbsp;{other.number} du{' '}
                  {formatDateTime(new Date(other.createdAt))}
                </a>{' '}
                <StateBadge state={other.state} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <p className={`${styles.actions} ${styles.screenOnly}`}>
        <a className="fr-btn fr-btn--tertiary" href={showHref}>
          Voir le spectacle
        </a>
        <button type="button" className="fr-btn fr-btn--tertiary" onClick={() => window.print()}>
          Imprimer cette page
        </button>
      </p>
    </div>
  );
}

/** States that end with somebody doing something. */
function NextStep({ submission, showHref, onRetry, onResolve }: SubmissionViewProps) {
  const { state } = submission;
  if (state === 'unknown') return <ResolveForm submission={submission} onResolve={onResolve} />;
  if (state === 'failed') return <RetryForm showHref={showHref} onRetry={onRetry} />;
  if (!isCorrectable(state)) return null;
  return (
    <p className={styles.screenOnly}>
      <a className="fr-btn" href={showHref}>
        Corriger et renvoyer
      </a>
    </p>
  );
}

function isCorrectable(state: DeclarationState): boolean {
  return state === 'refused';
}
