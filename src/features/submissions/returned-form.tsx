'use client';
import { useId, useState } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import type { ResolveFormProps } from './resolve-form';
import styles from './submissions.module.css';

/** A mail can come back after its server took it: folded, for it opens the form again. */
export function ReturnedForm({ submission, stepId, onResolve }: ResolveFormProps) {
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const noteId = useId();
  const declare = async () => {
    if (isBusy) return;
    setBusy(true);
    setFailure(
      await onResolve({ outcome: 'not-received', note: note.trim(), ...(stepId !== undefined && { stepId }) }),
    );
    setBusy(false);
  };
  return (
    <details className={styles.screenOnly}>
      <summary>Le courriel est revenu{stepId !== undefined && <>&nbsp;: {submission.recipient}</>}</summary>
      <p className="fr-mt-2w">
        Vous avez reçu un avis de non-remise, ou la délégation ({submission.recipient}) n’a rien reçu&nbsp;?
        Dites-le&nbsp;: la déclaration se rouvre, et rien ne repart avant que vous le demandiez.
      </p>
      <div className="fr-input-group">
        <label className="fr-label" htmlFor={noteId}>
          Ce que dit l’avis
          <span className="fr-hint-text">Facultatif. Votre structure le relira avec cet envoi.</span>
        </label>
        <textarea
          id={noteId}
          className="fr-input"
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <button type="button" className="fr-btn fr-btn--secondary" aria-disabled={isBusy} onClick={() => void declare()}>
        Rouvrir la déclaration
      </button>
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </details>
  );
}

/** Only a mail comes back. */
export function canComeBack({ state, organism }: Pick<SubmissionView, 'state' | 'organism'>): boolean {
  return state === 'sent' && organism === 'SACEM';
}
