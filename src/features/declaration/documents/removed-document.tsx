'use client';
import { useEffect, useRef } from 'react';

/** After a document was taken off: the way back, where the eyes and the keyboard are. */
export function RemovedDocument({ name, onRestore }: { readonly name: string; readonly onRestore: () => void }) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [name]);
  return (
    <div className="app-panel fr-mb-3w app-actions">
      <p className="fr-mb-0">«&nbsp;{name}&nbsp;» est retiré du spectacle.</p>
      <button ref={button} type="button" className="fr-btn fr-btn--secondary fr-btn--sm" onClick={onRestore}>
        Remettre ce document
      </button>
    </div>
  );
}
