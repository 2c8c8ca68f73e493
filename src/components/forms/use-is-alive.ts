'use client';
import { useSyncExternalStore } from 'react';

const neverChanges = () => () => undefined;

/**
 * False in the HTML of the server, true once React answers. A box ticked before that would be unticked without a word: it waits.
 */
export function useIsAlive(): boolean {
  return useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );
}
