import type { Draft } from '@/domain/declaration/draft';
import { type FieldPath, hasField, isSameValue, listFieldPaths, readField, toTarget } from './field-path';
import type { Edit, News } from './store-types';

/** Fields that say something else in a newer version. A performance that came or left is told by itself, not here. */
export function listChangedFields(before: Draft, after: Draft): FieldPath[] {
  return listFieldPaths(after).filter(
    (path) => hasField(before, path) && !isSameValue(readField(before, path), readField(after, path)),
  );
}

/** Performances whose figures these edits correct. */
export function listCorrectedPerformances(edits: readonly Edit[]): ReadonlySet<string> {
  const targets = edits.map(({ path }) => toTarget(path));
  return new Set(targets.flatMap((target) => (target.room === 'corrected' ? [target.id] : [])));
}

/** One person's news add up until they are read; another person's replace them. */
export function mergePaths(known: News | null, by: string | null, paths: readonly FieldPath[]): readonly FieldPath[] {
  return known?.by === by ? [...new Set([...known.paths, ...paths])] : paths;
}
