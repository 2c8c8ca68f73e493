'use client';
import { useEffect, useMemo } from 'react';
import { Autosave, type Gateway, type Schedule } from './store/autosave';
import type { DraftStore } from './store/draft-store';
import { KeptEdits } from './store/kept-edits';
import { isSessionOver } from './store/store-types';

const schedule: Schedule = (action, delayMs) => {
  const timer = setTimeout(action, delayMs);
  return () => clearTimeout(timer);
};

function openStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.localStorage;
  } catch {
    return null;
  }
}

/** Saves by itself while the page is open, at once when the network or the person is back, and warns who leaves too early. */
export function useAutosave(
  store: DraftStore,
  gateway: Gateway,
  owner: { readonly userId: string; readonly seriesId: string },
): Autosave {
  const { userId, seriesId } = owner;
  const autosave = useMemo(
    () => new Autosave(store, gateway, new KeptEdits(openStorage(), { userId, seriesId }), schedule),
    [store, gateway, userId, seriesId],
  );
  useEffect(() => {
    const stop = autosave.start();
    const flush = () => void autosave.flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (!store.isPending()) return;
      const status = store.getStatus();
      // Leaving to sign in again loses nothing.
      if (isSessionOver(status) && status.isKept) return;
      flush();
      event.preventDefault();
    };
    // Signed in again in another window, perhaps.
    const comeBack = () => {
      if (isSessionOver(store.getStatus())) flush();
    };
    window.addEventListener('online', flush);
    window.addEventListener('focus', comeBack);
    window.addEventListener('beforeunload', warn);
    return () => {
      flush();
      stop();
      window.removeEventListener('online', flush);
      window.removeEventListener('focus', comeBack);
      window.removeEventListener('beforeunload', warn);
    };
  }, [autosave, store]);
  return autosave;
}
