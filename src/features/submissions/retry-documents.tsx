'use client';
import { useState } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import styles from './submissions.module.css';

export type RetryDocumentsProps = {
  readonly submission: SubmissionView;
  readonly onRetry: () => Promise<ScreenErrorCode | null>;
};

/** When documents did not leave, though the declaration did: what it means, and the way to send them again. Nothing otherwise. */
export function RetryDocuments({ submission, onRetry }: RetryDocumentsProps) {
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const mails = submission.steps.filter(({ mail }) => mail !== null);
  const missed = mails.filter(({ state }) => state === 'unknown' || state === 'failed');
  if (missed.length === 0) return null;
  const isUnknown = missed.some(({ state }) => state === 'unknown');
  const agencies = [...new Set(missed.flatMap(({ recipient }) => recipient ?? []))];
  const recipient = agencies.join(', ') || submission.documentsRecipient;
  const retry = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await onRetry());
    setBusy(false);
  };
  return (
    <section aria-labelledby="retry-documents-title" className={`${styles.panel} ${styles.screenOnly}`}>
      <h2 id="retry-documents-title" className="fr-h4">
        Documents à renvoyer
      </h2>
      <p>
        {isUnknown
          ? `Nous ne savons pas si ${recipient} a reçu tous vos documents. Demandez-lui avant de les renvoyer\u00a0: ils pourraient arriver deux fois.`
          : `Vos documents ne sont pas tous partis à ${recipient}.`}{' '}
        {agencies.length > 0
          ? 'L’état des représentations, lui, y est bien arrivé\u00a0: il ne repartira pas.'
          : `La déclaration ${organismPhrases[submission.organism].to}, elle, est bien arrivée\u00a0: elle ne repartira pas.`}
      </p>
      <button type="button" className="fr-btn" aria-disabled={isBusy} onClick={() => void retry()}>
        {isBusy ? 'Envoi en cours…' : 'Renvoyer les documents'}
      </button>
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </section>
  );
}
