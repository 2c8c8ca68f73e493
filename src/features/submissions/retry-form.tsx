'use client';
import { useState } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import styles from './submissions.module.css';

export type RetryFormProps = {
  /** Some agencies have their statement: the others only are written to again. */
  readonly isPartial: boolean;
  readonly showHref: string;
  readonly onRetry: () => Promise<ScreenErrorCode | null>;
};

/** After a failure that left nothing behind: the same bytes again, or the form. */
export function RetryForm({ isPartial, showHref, onRetry }: RetryFormProps) {
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const retry = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await onRetry());
    setBusy(false);
  };
  return (
    <div className={styles.screenOnly}>
      <p>
        {isPartial
          ? 'Vous pouvez renvoyer leur état aux seules délégations qui ne l’ont pas, ou corriger la déclaration d’abord.'
          : 'L’organisme n’a rien reçu. Vous pouvez renvoyer la même déclaration, ou la corriger d’abord.'}
      </p>
      <div className={styles.actions}>
        <button type="button" className="fr-btn" aria-disabled={isBusy} onClick={() => void retry()}>
          {isBusy ? 'Envoi en cours…' : 'Renvoyer'}
        </button>
        <a className="fr-btn fr-btn--secondary" href={showHref}>
          Corriger
        </a>
      </div>
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </div>
  );
}
