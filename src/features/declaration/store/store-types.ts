import type { Draft } from '@/domain/declaration/draft';
import type { FieldPath, FieldValue } from './field-path';
import type { InvalidInput } from './input';

/** A person and somebody else changed the same field: both values, until the person chooses. */
export type Conflict = { readonly path: FieldPath; readonly theirs: FieldValue; readonly by: string | null };

/** What somebody else changed meanwhile, where nothing was in the way. */
export type News = {
  readonly by: string | null;
  readonly paths: readonly FieldPath[];
  /** Performances that a synchronisation brought or whose imported figures it changed. */
  readonly figures: number;
};

export type SaveStatus =
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'saving' }
  | ({ readonly kind: 'offline' } & Unsaved)
  | ({ readonly kind: 'stopped'; readonly code: string } & Unsaved);

/** Whether the browser holds the edits that did not leave: they are lost with the page otherwise. */
type Unsaved = { readonly isKept: boolean };

/** Nothing is saved before the person signs in again. */
export function isSessionOver(status: SaveStatus): status is Extract<SaveStatus, { kind: 'stopped' }> {
  return status.kind === 'stopped' && status.code === 'sign-in-required';
}

export type FieldState<T> = {
  readonly value: T;
  readonly invalid: InvalidInput | null;
  readonly conflict: Conflict | null;
};

/** One value to write. */
export type Edit = { readonly path: FieldPath; readonly value: FieldValue };

export type StoredVersion = { readonly version: number; readonly savedAt: string; readonly draft: Draft };

/** Topics beside the fields, for `subscribe`. `performance:<id>` moves when anything of a performance does. */
export type Topic = FieldPath | 'totals' | 'status' | 'draft' | 'history' | 'news' | `performance:${string}`;
