'use client';
import { useId, useState } from 'react';

export type SibilAnswer = { readonly outcome: 'accepted' } | { readonly outcome: 'refused'; readonly reason: string };

/** What SIBIL answered, by the word of the person; a refusal needs its reason. */
export function AnswerForm({
  isBusy,
  onAnswer,
}: {
  readonly isBusy: boolean;
  readonly onAnswer: (answer: SibilAnswer) => void;
}) {
  const id = useId();
  const [reason, setReason] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  const refuse = () => {
    if (isBusy) return;
    const isBare = reason.trim() === '';
    setLacksReason(isBare);
    if (isBare) document.getElementById(id)?.focus();
    else onAnswer({ outcome: 'refused', reason: reason.trim() });
  };
  return (
    <section aria-labelledby="reponse" className="app-panel fr-mt-3w">
      <h3 id="reponse" className="fr-h6">
        Qu’a répondu SIBIL&nbsp;?
      </h3>
      <div className={`fr-input-group ${lacksReason ? 'fr-input-group--error' : ''}`}>
        <label className="fr-label" htmlFor={id}>
          Si elle est refusée, pour quelle raison
          <span className="fr-hint-text">Votre structure la relira ici.</span>
        </label>
        <textarea
          id={id}
          className="fr-input"
          rows={3}
          maxLength={1000}
          value={reason}
          aria-invalid={lacksReason || undefined}
          aria-describedby={lacksReason ? `${id}-error` : undefined}
          onChange={({ target }) => setReason(target.value)}
        />
        {lacksReason && (
          <p id={`${id}-error`} className="fr-error-text">
            Indiquez ce que SIBIL a refusé.
          </p>
        )}
      </div>
      <div className="app-actions">
        <button
          type="button"
          className="fr-btn"
          aria-disabled={isBusy}
          onClick={() => !isBusy && onAnswer({ outcome: 'accepted' })}
        >
          SIBIL l’a acceptée
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" aria-disabled={isBusy} onClick={refuse}>
          SIBIL l’a refusée
        </button>
      </div>
    </section>
  );
}
