'use client';
import { type RefObject, useLayoutEffect } from 'react';

/**
 * Used by a component that leaves the page when its own button is pressed: the focus it held goes to the element that stays, instead
 * of falling to the top of the page.
 */
export function useFocusHeir(leaving: RefObject<HTMLElement | null>, heirId: string): void {
  useLayoutEffect(() => {
    const element = leaving.current;
    return () => {
      if (element?.contains(document.activeElement)) document.getElementById(heirId)?.focus();
    };
  }, [leaving, heirId]);
}
