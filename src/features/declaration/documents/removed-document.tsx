'use client';
import { useEffect, useRef, useState } from 'react';

export type RemovedDocumentProps = { readonly name: string; readonly onRestore: () => Promise<void> };

/** After a document was taken off: the way back, where the eyes and the keyboard are. */
export function RemovedDocument({ name, onRestore }: RemovedDocumentProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isBusy, setBusy] = useState(false);
  useEffect(() => button.current?.focus(), [name]);
  const restore = async () => {
    if (isBusy) return;
    setBusy(true);
    await onRestore();
    setBusy(false);
  };
  return (
    <div className="app-panel fr-mb-3w app-actions">
      <p className="fr-mb-0">«&nbsp;{name}&nbsp;» est retiré du spectacle.</p>
      <button
        ref={button}
        type="button"
        className="fr-btn fr-btn--secondary fr-btn--sm"
        aria-disabled={isBusy}
        onClick={() => void restore()}
      >
        Remettre ce document
        <span className="fr-sr-only">&nbsp;: {name}</span>
      </button>
    </div>
  );
}
