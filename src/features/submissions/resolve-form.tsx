'use client';
import { useId, useState } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { ScreenErrorCode } from '@/i18n/errors';
import { formatDateTime } from '@/i18n/format';
import { organismPhrases } from '@/i18n/organism-phrases';
import type { SubmissionView } from '@/server/submissions/get-submission.schema';
import styles from './submissions.module.css';

/** What the person learnt from the organism. */
export type Resolution = {
  readonly outcome: 'received' | 'not-received';
  readonly note: string;
  readonly stepId?: string;
};

/** What a person needs to know of a submission to check it. */
export type CheckedSubmission = Pick<
  SubmissionView,
  'organism' | 'recipient' | 'seriesName' | 'createdAt' | 'author'
> & { readonly steps: readonly { readonly sendingAt: string | null }[] };

export type ResolveFormProps = {
  readonly submission: CheckedSubmission;
  /** One of several agencies: its answer says nothing of the others. */
  readonly stepId?: string;
  readonly onResolve: (resolution: Resolution) => Promise<ScreenErrorCode | null>;
};

/** After an unknown outcome: what to check, and the person's word. */
export function ResolveForm({ submission, stepId, onResolve }: ResolveFormProps) {
  const [note, setNote] = useState('');
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const formId = useId();
  const name = stepId === undefined ? organismPhrases[submission.organism].start : 'La délégation';
  const resolve = async (outcome: Resolution['outcome']) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await onResolve({ outcome, note: note.trim(), ...(stepId !== undefined && { stepId }) }));
    setBusy(false);
  };
  return (
    <section aria-labelledby={`${formId}-title`} className={`${styles.panel} ${styles.screenOnly}`}>
      <h2 id={`${formId}-title`} className="fr-h4">
        À vérifier{stepId !== undefined && <>&nbsp;: {submission.recipient}</>}
      </h2>
      <ol>
        {listChecks(submission).map((check) => (
          <li key={check}>{check}</li>
        ))}
        <li>Dites-nous ce que vous avez appris. D’ici là, rien ne repartira tout seul.</li>
      </ol>
      <div className="fr-input-group">
        <label className="fr-label" htmlFor={`${formId}-note`}>
          Ce que vous avez vérifié
          <span className="fr-hint-text">
            Facultatif&nbsp;: par qui, quand. Votre structure le relira avec cet envoi.
          </span>
        </label>
        <textarea
          id={`${formId}-note`}
          className="fr-input"
          rows={3}
          maxLength={1000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className={styles.actions}>
        <button type="button" className="fr-btn" aria-disabled={isBusy} onClick={() => void resolve('received')}>
          {name} l’a reçue
        </button>
        <button
          type="button"
          className="fr-btn fr-btn--secondary"
          aria-disabled={isBusy}
          onClick={() => void resolve('not-received')}
        >
          {name} ne l’a pas reçue
        </button>
      </div>
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </section>
  );
}

/** What precisely to look at, organism by organism. */
function listChecks({ organism, recipient, seriesName, createdAt, author, steps }: CheckedSubmission): string[] {
  const left = steps.find(({ sendingAt }) => sendingAt !== null)?.sendingAt ?? createdAt;
  const when = formatDateTime(new Date(left));
  if (organism === 'SACD') {
    return [
      `Ouvrez votre espace sur le site de la SACD et cherchez «\u00a0${seriesName}\u00a0»\u00a0: ses représentations y sont-elles, avec les recettes que dit le message gardé dans «\u00a0Documents\u00a0», plus bas\u00a0?`,
      `Sinon, demandez à votre correspondant de la SACD si une déclaration est arrivée le ${when}. Une seule représentation trouvée suffit\u00a0: elle a été reçue.`,
    ];
  }
  return [
    `Regardez dans la boîte ${author.email} si une réponse de la délégation, ou un avis de non-remise, est arrivé depuis le ${when}.`,
    `Sinon, demandez à la délégation (${recipient}) si elle a reçu ce jour-là un message au sujet de «\u00a0${seriesName}\u00a0», avec l’état en pièce jointe.`,
  ];
}
