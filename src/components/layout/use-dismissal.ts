'use client';
import { type RefObject, useEffect } from 'react';

/**
 * While something is open: Escape closes it and gives the focus back to its button; so does a press or the focus leaving for
 * elsewhere, which keep the focus where the person put it.
 */
export function useDismissal(
  isOpen: boolean,
  parts: { readonly root: RefObject<HTMLElement | null>; readonly button: RefObject<HTMLElement | null> },
  onDismiss: () => void,
): void {
  const { root, button } = parts;
  useEffect(() => {
    if (!isOpen) return;
    const dismiss = (event: Event) => {
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return;
        button.current?.focus();
      } else if (event.target instanceof Node && root.current?.contains(event.target)) {
        return;
      }
      onDismiss();
    };
    const events = ['keydown', 'pointerdown', 'focusin'] as const;
    for (const name of events) document.addEventListener(name, dismiss);
    return () => {
      for (const name of events) document.removeEventListener(name, dismiss);
    };
  });
}
