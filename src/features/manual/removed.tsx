'use client';
import { useEffect, useRef } from 'react';
import { useFocusHeir } from './use-focus-heir';

/** The line that says what was just done. */
export const statusId = 'ce-qui-vient-d-etre-fait';

/** What was removed, and the way back; it takes the focus, which was on what is gone, and leaves it where «C’est remis» is said. */
export function Removed({
  sentence,
  isPending,
  onRestore,
}: {
  readonly sentence: string;
  readonly isPending: boolean;
  readonly onRestore: () => void;
}) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), [sentence]);
  useFocusHeir(button, statusId);
  return (
    <div className="app-panel fr-mb-3w app-actions">
      <p className="fr-mb-0">{sentence}</p>
      <button
        ref={button}
        type="button"
        className="fr-btn fr-btn--secondary fr-btn--sm"
        aria-disabled={isPending}
        onClick={() => !isPending && onRestore()}
      >
        Annuler
      </button>
    </div>
  );
}
