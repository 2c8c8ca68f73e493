'use client';
import { useEffect, useMemo } from 'react';
import { Autosave, type Gateway, type Schedule } from './store/autosave';
import type { DraftStore } from './store/draft-store';
import { KeptEdits } from './store/kept-edits';

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

/** Saves by itself while the page is open, at once when the network is back, and warns who leaves too early. */
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
      flush();
      event.preventDefault();
    };
    window.addEventListener('online', flush);
    window.addEventListener('beforeunload', warn);
    return () => {
      flush();
      stop();
      window.removeEventListener('online', flush);
      window.removeEventListener('beforeunload', warn);
    };
  }, [autosave, store]);
  return autosave;
}
