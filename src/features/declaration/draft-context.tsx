'use client';
import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { Draft, DraftPerformance } from '@/domain/declaration/draft';
import type { Producer, Venue } from '@/domain/declaration/neutral';
import type { SeriesOrganism } from '@/domain/organism';
import type { DraftStore } from './store/draft-store';
import type { FieldPath, FieldValues } from './store/field-path';
import type { FieldState, Topic } from './store/store-types';
import { afterPaint } from './after-paint';
import type { Directories } from './directories';

/** What every part of the page of a show shares: the draft, and what does not move while one types. */
export type DraftSession = {
  readonly store: DraftStore;
  readonly locked: boolean;
  readonly organisms: readonly SeriesOrganism[];
  /** Says something to those who do not see the page; it replaces what was said before. */
  readonly announce: (sentence: string) => void;
  readonly directories: Directories;
  readonly suggestions: {
    readonly venues: readonly { readonly venue: Venue; readonly capacity: number | null }[];
    readonly producers: readonly Producer[];
  };
  readonly source: FigureSource;
};

/** Where imported figures come from, in words. */
export type FigureSource = { readonly label: string };

const context = createContext<DraftSession | null>(null);
export const DraftSessionProvider = context.Provider;

export function useDraftSession(): DraftSession {
  const session = useContext(context);
  if (!session) throw new Error('a part of the page of a show outside of it');
  return session;
}

function useTopic<T>(topic: Topic, read: () => T): T {
  const { store } = useDraftSession();
  const subscribe = useCallback((listener: () => void) => store.subscribe(topic, listener), [store, topic]);
  return useSyncExternalStore(subscribe, read, read);
}

/**
 * As `useTopic`, for what follows from a key stroke and not the stroke itself: the field is painted first, its totals in the next
 * frame. Whoever renders meanwhile reads the newest value.
 */
function useLateTopic<T>(topic: Topic, read: () => T): T {
  const { store } = useDraftSession();
  const subscribe = useCallback(
    (listener: () => void) => {
      let cancel: (() => void) | null = null;
      const tell = () => {
        cancel = null;
        listener();
      };
      const unsubscribe = store.subscribe(topic, () => (cancel ??= afterPaint(tell)));
      return () => {
        unsubscribe();
        cancel?.();
      };
    },
    [store, topic],
  );
  return useSyncExternalStore(subscribe, read, read);
}

/** Renders again when this field alone changes. */
export function useField<P extends FieldPath>(path: P): FieldState<FieldValues[P]> {
  const { store } = useDraftSession();
  return useTopic(path, () => store.getField(path));
}

/** Renders again when anything of this performance changes. */
export function usePerformance(id: string): DraftPerformance | undefined {
  const { store } = useDraftSession();
  return useLateTopic(`performance:${id}`, () => store.getPerformance(id));
}

/** Something read from the whole draft: the same value as long as it says the same, or the component renders for nothing. */
export function useDraftReading<T extends string | number | boolean>(read: (draft: Draft) => T): T {
  const { store } = useDraftSession();
  return useTopic('draft', () => read(store.getDraft()));
}

export function useTotals() {
  const { store } = useDraftSession();
  return useLateTopic('totals', store.getTotals);
}

export function useSaveStatus() {
  const { store } = useDraftSession();
  return useLateTopic('status', store.getStatus);
}

export function useCanUndo() {
  const { store } = useDraftSession();
  return useLateTopic('history', store.canUndo);
}

export function useNews() {
  const { store } = useDraftSession();
  const news = useTopic('news', store.getNews);
  const conflicts = useTopic('news', store.getConflicts);
  return { news, conflicts };
}
