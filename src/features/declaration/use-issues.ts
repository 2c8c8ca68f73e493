'use client';
import { useEffect, useState } from 'react';
import type { Draft } from '@/domain/declaration/draft';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import type { SeriesOrganism } from '@/domain/organism';
import type { DraftStore } from './store/draft-store';

export type ListIssues = (draft: Draft, organisms: readonly SeriesOrganism[]) => readonly DeclarationIssue[];

/** Long enough for a key stroke to be painted first, short enough to look immediate. */
const pauseMs = 150;

/** What is missing, read again shortly after each edit. */
export function useIssues(
  store: DraftStore,
  organisms: readonly SeriesOrganism[],
  listIssues: ListIssues,
): readonly DeclarationIssue[] {
  const [issues, setIssues] = useState(() => listIssues(store.getDraft(), organisms));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const plan = () => {
      clearTimeout(timer);
      timer = setTimeout(() => setIssues(listIssues(store.getDraft(), organisms)), pauseMs);
    };
    plan();
    const unsubscribe = store.subscribe('draft', plan);
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, organisms, listIssues]);
  return issues;
}
