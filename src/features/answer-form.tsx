'use client';
import { useId, useRef, useState } from 'react';
import { LazyErrorMessage } from '@/components/feedback/lazy-error-message';
import type { SelfSentOrganism } from '@/domain/organism';
import type { ScreenErrorCode } from '@/i18n/errors';
import { organismPhrases } from '@/i18n/organism-phrases';

/** What an organism answered to what a person declared there themselves. */
export type OrganismAnswer =
  | { readonly outcome: 'accepted'; readonly noticeNumber: string | null }
  | { readonly outcome: 'refused'; readonly reason: string };

export type AnswerFormProps = {
  readonly organism: SelfSentOrganism;
  /** Whether the organism sends a notice with a number. */
  readonly asksNumber: boolean;
  readonly onAnswer: (answer: OrganismAnswer) => Promise<ScreenErrorCode | null>;
};

/** The organism's answer, by the word of the person; a refusal needs its reason. */
export function AnswerForm({ organism, asksNumber, onAnswer }: AnswerFormProps) {
  const id = useId();
  const [number, setNumber] = useState('');
  const [reason, setReason] = useState('');
  const [lacksReason, setLacksReason] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<ScreenErrorCode | null>(null);
  const reasonInput = useRef<HTMLTextAreaElement>(null);
  const { start, the } = organismPhrases[organism];
  const answer = async (given: OrganismAnswer) => {
    if (isBusy) return;
    setBusy(true);
    setFailure(await onAnswer(given));
    setBusy(false);
  };
  const refuse = () => {
    const trimmed = reason.trim();
    setLacksReason(trimmed === '');
    if (trimmed === '') reasonInput.current?.focus();
    else void answer({ outcome: 'refused', reason: trimmed });
  };
  return (
    <section aria-labelledby={`${id}-title`} className="app-panel fr-mt-3w fr-mb-4w">
      <h2 id={`${id}-title`} className="fr-h6">
        Qu’a répondu {the}&nbsp;?
      </h2>
      {asksNumber && (
        <div className="fr-input-group">
          <label className="fr-label" htmlFor={`${id}-number`}>
            Si elle est acceptée, numéro de l’avis
            <span className="fr-hint-text">Facultatif. Vous le retrouverez ici.</span>
          </label>
          <input
            id={`${id}-number`}
            className="fr-input"
            maxLength={50}
            value={number}
            onChange={({ target }) => setNumber(target.value)}
          />
        </div>
      )}
      <div className={`fr-input-group ${lacksReason ? 'fr-input-group--error' : ''}`}>
        <label className="fr-label" htmlFor={id}>
          Si elle est refusée, pour quelle raison
          <span className="fr-hint-text">Votre structure la relira ici.</span>
        </label>
        <textarea
          ref={reasonInput}
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
            Indiquez ce qui a été refusé.
          </p>
        )}
      </div>
      <div className="app-actions">
        <button
          type="button"
          className="fr-btn"
          aria-disabled={isBusy}
          onClick={() => void answer({ outcome: 'accepted', noticeNumber: number.trim() || null })}
        >
          {start} l’a acceptée
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" aria-disabled={isBusy} onClick={refuse}>
          {start} l’a refusée
        </button>
      </div>
      {failure && <LazyErrorMessage code={failure} takesFocus />}
    </section>
  );
}
