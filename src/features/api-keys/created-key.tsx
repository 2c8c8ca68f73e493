'use client';
import { useEffect, useId, useRef, useState } from 'react';

export type CreatedKeyProps = {
  readonly editor: string;
  readonly token: string;
  /** The key leaves the screen for ever. */
  readonly onDone: () => void;
};

/** The key, whole, for the only time. */
export function CreatedKey({ editor, token, onDone }: CreatedKeyProps) {
  const id = useId();
  const title = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState('');
  useEffect(() => title.current?.focus(), []);

  const copy = async () => {
    field.current?.select();
    try {
      await navigator.clipboard.writeText(token);
      setOutcome('La clé est copiée.');
    } catch {
      setOutcome('La clé est sélectionnée\u00a0: copiez-la avec Ctrl\u00a0+\u00a0C.');
    }
  };

  return (
    <section className="app-panel app-panel--warning fr-mb-4w" aria-labelledby={`${id}titre`}>
      <h2 id={`${id}titre`} ref={title} tabIndex={-1} className="fr-h5 app-break">
        Voici la clé de {editor}
      </h2>
      <p>
        Elle ne sera plus jamais affichée. Donnez-la à votre billetterie par un moyen sûr&nbsp;: qui la détient peut
        écrire vos recettes.
      </p>
      <div className="fr-input-group">
        <label className="fr-label" htmlFor={`${id}cle`}>
          Clé
        </label>
        <input
          ref={field}
          id={`${id}cle`}
          className="fr-input"
          readOnly
          value={token}
          spellCheck={false}
          autoComplete="off"
          onFocus={(event) => event.currentTarget.select()}
        />
      </div>
      <p role="status" className="fr-mb-2w">
        {outcome}
      </p>
      <div className="app-actions">
        <button type="button" className="fr-btn" onClick={() => void copy()}>
          Copier la clé
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onDone}>
          C’est fait, la masquer
        </button>
      </div>
    </section>
  );
}
