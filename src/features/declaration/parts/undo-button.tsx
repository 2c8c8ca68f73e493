'use client';
import { useEffect, useEffectEvent } from 'react';
import { useCanUndo } from '../draft-context';
import styles from '../declaration.module.css';

/** «Annuler la dernière modification», also by Ctrl+Z anywhere but in fields that are not saved by themselves. */
export function UndoButton({ onUndo }: { readonly onUndo: () => void }) {
  const canUndo = useCanUndo();
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
    if (!isUndo || !canUndo || (event.target instanceof HTMLElement && event.target.hasAttribute('data-own-undo')))
      return;
    event.preventDefault();
    onUndo();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKey(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);
  return (
    <button
      type="button"
      className={`fr-btn fr-btn--tertiary fr-btn--sm ${styles.undo}`}
      // Not `disabled`: the last undo would lose the focus.
      aria-disabled={!canUndo}
      aria-keyshortcuts="Control+Z"
      onClick={() => canUndo && onUndo()}
    >
      Annuler la dernière modification
    </button>
  );
}
