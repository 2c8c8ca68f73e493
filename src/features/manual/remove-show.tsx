'use client';
import { useRef, useState } from 'react';
import { formatCounted } from '@/i18n/format';
import type { TypedShow } from '@/server/manual/save-show.schema';

export type RemoveShowProps = {
  readonly show: TypedShow;
  readonly isPending: boolean;
  readonly onRemove: () => void;
};

/** Removes the whole show, asked twice. Each answer takes its button away: the focus goes to the heading, just before what comes. */
export function RemoveShow({ show, isPending, onRemove }: RemoveShowProps) {
  const [isAsked, setIsAsked] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const ask = (asked: boolean) => {
    setIsAsked(asked);
    heading.current?.focus();
  };
  return (
    <section aria-labelledby="supprimer" className="fr-mt-5w">
      <h2 ref={heading} id="supprimer" tabIndex={-1} className="fr-h5">
        Supprimer ce spectacle
      </h2>
      {show.declared ? (
        <p>Un organisme a reçu une déclaration de ce spectacle&nbsp;: ni lui ni ses dates ne peuvent être retirés.</p>
      ) : isAsked ? (
        <div className="app-panel app-panel--warning">
          <p>
            Ses {formatCounted(show.performances.length, 'représentation')} et ce que vous avez préparé disparaissent.
          </p>
          <div className="app-actions">
            <button type="button" className="fr-btn" aria-disabled={isPending} onClick={() => !isPending && onRemove()}>
              Oui, supprimer
            </button>
            <button type="button" className="fr-btn fr-btn--secondary" onClick={() => ask(false)}>
              Garder ce spectacle
            </button>
          </div>
        </div>
      ) : (
        <button type="button" className="fr-btn fr-btn--tertiary" onClick={() => ask(true)}>
          Supprimer
        </button>
      )}
    </section>
  );
}
