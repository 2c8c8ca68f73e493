'use client';
import { useRef } from 'react';
import { focusAfter } from '@/components/feedback/focus-after';
import type { DeclarationState } from '@/domain/declaration/status';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatDateTime } from '@/i18n/format';
import { isSelfSent } from '@/domain/organism';
import { organismLabels } from '@/i18n/labels';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { SubmissionView as Submission } from '@/server/submissions/get-submission.schema';
import type { SubmissionRow } from '@/server/submissions/list-submissions.schema';
import { AnswerForm, type OrganismAnswer } from '@/features/answer-form';
import { Answers } from './answers';
import { describeOutcome, isPartial } from './describe-outcome';
import { Documents } from './documents';
import { listAgencies } from './list-agencies';
import { type Resolution, ResolveForm } from './resolve-form';
import { RetryDocuments } from './retry-documents';
import { RetryForm } from './retry-form';
import { canComeBack, ReturnedForm } from './returned-form';
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
  /** What changed since the submission before, and since this one, with the way to correct. */
  readonly changes?: React.ReactNode;
  readonly onRetry: () => Promise<ScreenErrorCode | null>;
  readonly onRetryDocuments: () => Promise<ScreenErrorCode | null>;
  readonly onResolve: (resolution: Resolution) => Promise<ScreenErrorCode | null>;
  /** What the organism answered to what the person declared there themselves. */
  readonly onAnswer: (answer: OrganismAnswer) => Promise<ScreenErrorCode | null>;
};

/** The proof: what left, when, to whom, what the organism answered, and what to do when it did not go well. */
export function SubmissionView(props: SubmissionViewProps) {
  const { submission, others, showHref, listHref, submissionHref } = props;
  const outcome = describeOutcome(submission);
  const title = useRef<HTMLHeadingElement>(null);
  const thenOutcome = (action: Promise<ScreenErrorCode | null>) => focusAfter(action, () => title.current);
  return (
    <div className={`fr-container fr-my-4w ${styles.page}`}>
      <p className={`fr-mb-1w ${styles.screenOnly}`}>
        <a className="fr-link fr-icon-arrow-left-line fr-link--icon-left" href={listHref}>
          Tous les envois
        </a>
      </p>
      <h1 className="fr-mb-1v">{submission.seriesName}</h1>
      <p className="fr-text--lead">
        Envoi n°&nbsp;{submission.number} {organismPhrases[submission.organism].to}, le{' '}
        {formatDateTime(new Date(submission.createdAt))}
      </p>
      <div role="status" className={`fr-alert fr-alert--${outcome.severity} fr-mb-4w`}>
        <h2 ref={title} tabIndex={-1} className="fr-alert__title">
          {outcome.title}
        </h2>
        {submission.message && (
          <blockquote className="fr-my-1w">
            <p>«&nbsp;{submission.message}&nbsp;»</p>
          </blockquote>
        )}
        <p>{outcome.explanation}</p>
      </div>
      {submission.superseded ? (
        <p>{supersededSentences[submission.superseded]}</p>
      ) : (
        <NextStep
          submission={submission}
          showHref={showHref}
          onRetry={() => thenOutcome(props.onRetry())}
          onResolve={(resolution) => thenOutcome(props.onResolve(resolution))}
          onAnswer={(answer) => thenOutcome(props.onAnswer(answer))}
        />
      )}
      <RetryDocuments submission={submission} onRetry={() => thenOutcome(props.onRetryDocuments())} />
      {props.changes}
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

const supersededSentences = {
  'by-later': 'Un envoi plus récent de cette déclaration existe\u00a0: il est dans la liste, plus bas.',
  'given-up': 'Cette correction a été abandonnée\u00a0: l’envoi d’avant compte toujours.',
} as const;

type NextStepProps = Pick<SubmissionViewProps, 'submission' | 'showHref' | 'onRetry' | 'onResolve' | 'onAnswer'>;

/** States that end with somebody doing something. */
function NextStep({ submission, showHref, onRetry, onResolve, onAnswer }: NextStepProps) {
  const { state, organism } = submission;
  const agencies = listAgencies(submission);
  if (state === 'unknown' && agencies.length > 0) {
    return agencies
      .filter((step) => step.state === 'unknown')
      .map(({ id, recipient }) => (
        <ResolveForm key={id} submission={withRecipient(submission, recipient)} stepId={id} onResolve={onResolve} />
      ));
  }
  if (state === 'unknown') return <ResolveForm submission={submission} onResolve={onResolve} />;
  if (canComeBack(submission) && agencies.length > 0) {
    return agencies.map(({ id, recipient }) => (
      <ReturnedForm key={id} submission={withRecipient(submission, recipient)} stepId={id} onResolve={onResolve} />
    ));
  }
  if (canComeBack(submission)) return <ReturnedForm submission={submission} onResolve={onResolve} />;
  if (state === 'failed') return <RetryForm isPartial={isPartial(submission)} showHref={showHref} onRetry={onRetry} />;
  if (state === 'sent' && isSelfSent(organism)) {
    return (
      <div className={styles.screenOnly}>
        <AnswerForm organism={organism} asksNumber onAnswer={onAnswer} />
      </div>
    );
  }
  if (!isCorrectable(state)) return null;
  return (
    <p className={styles.screenOnly}>
      <a className="fr-btn" href={showHref}>
        {isSelfSent(organism) ? 'Corriger et déclarer de nouveau' : 'Corriger et renvoyer'}
      </a>
    </p>
  );
}

/** Speaks of one agency, as if there were no other. */
function withRecipient(submission: Submission, recipient: string): Submission {
  return { ...submission, recipient };
}

function isCorrectable(state: DeclarationState): boolean {
  return state === 'refused';
}
