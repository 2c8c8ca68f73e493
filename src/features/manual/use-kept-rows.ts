'use client';
import { useMemo } from 'react';
import { KeptRows } from './kept-rows';

function openStorage(): Storage | null {
  try {
    return typeof window === 'undefined' ? null : window.sessionStorage;
  } catch {
    return null;
  }
}

/** What this person typed on this show and did not save, whatever page was seen in between. */
export function useKeptRows({ userId, seriesId }: { readonly userId: string; readonly seriesId: string }): KeptRows {
  return useMemo(() => new KeptRows(openStorage(), { userId, seriesId }), [userId, seriesId]);
}
