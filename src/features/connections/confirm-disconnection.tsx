'use client';
import { useEffect, useRef } from 'react';

export type ConfirmDisconnectionProps = {
  readonly label: string;
  readonly isPending: boolean;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
};

/** What disconnecting does, in the page, before it is done. */
export function ConfirmDisconnection({ label, isPending, onConfirm, onCancel }: ConfirmDisconnectionProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <section className="app-panel app-panel--warning fr-mt-2w" aria-label={`Déconnecter ${label}`}>
      <h3 ref={title} tabIndex={-1} className="fr-h6">
        Déconnecter {label}&nbsp;?
      </h3>
      <p>
        La clé est effacée et rien ne se met plus à jour. Vos spectacles, vos déclarations et vos envois sont conservés.
        Vous pourrez reconnecter ce compte plus tard.
      </p>
      <div className="app-actions">
        <button type="button" className="fr-btn" aria-disabled={isPending} onClick={isPending ? undefined : onConfirm}>
          Oui, déconnecter
        </button>
        <button type="button" className="fr-btn fr-btn--secondary" onClick={onCancel}>
          Garder la connexion
        </button>
      </div>
    </section>
  );
}
