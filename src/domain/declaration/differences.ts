import type { Organism } from '../organism';
import { compareByStart } from '../ticketing/model';
import {
  type DeclaredField,
  type DeclaredValue,
  type DeclaredValues,
  isTold,
  toDefaultValues,
  toFigureValues,
  toPerformanceValues,
  toSeriesValues,
} from './declared-values';
import { type EffectivePerformance, listEffectivePerformances, type SeriesDefaults } from './effective';
import type { NeutralDeclaration } from './neutral';

/** One field, before and after; null where nothing was or is said. */
export type Change = {
  readonly field: DeclaredField;
  readonly before: DeclaredValue | null;
  readonly after: DeclaredValue | null;
};

export type PerformanceDifference = {
  readonly kind: 'changed' | 'added' | 'removed';
  readonly id: string;
  /** As it was; as it is for one that was added. */
  readonly startAt: string;
  /** Of one that was added or removed: what it declares, or declared. */
  readonly changes: readonly Change[];
};

export type DeclarationDifferences = {
  readonly series: readonly Change[];
  /** In order of start. */
  readonly performances: readonly PerformanceDifference[];
};

/** Whether nothing differs. */
export function isSameDeclaration({ series, performances }: DeclarationDifferences): boolean {
  return series.length === 0 && performances.length === 0;
}

/**
 * What differs between two declarations of one show, as far as an organism is told of it: who declares, the show, and each
 * performance. A default that changed is said once, not again for every performance that follows it.
 */
export function listDifferences(
  organism: Organism,
  before: NeutralDeclaration,
  after: NeutralDeclaration,
): DeclarationDifferences {
  const olds = new Map(listEffectivePerformances(before).map((performance) => [performance.id, performance]));
  const news = new Map(listEffectivePerformances(after).map((performance) => [performance.id, performance]));
  const compare = (old: DeclaredValues, now: DeclaredValues) =>
    listChanges(old, now).filter(({ field, before: was, after: is }) => isTold(organism, field, was, is));
  const performances: PerformanceDifference[] = [];
  for (const [id, old] of olds) {
    const now = news.get(id);
    const changes = now
      ? compare(toPerformanceValues(old), toPerformanceValues(now)).filter(
          ({ field }) => !isInherited(field, [before.series, old], [after.series, now]),
        )
      : compare(toFigureValues(old), new Map());
    if (!now || changes.length > 0) {
      performances.push({ kind: now ? 'changed' : 'removed', id, startAt: old.startAt, changes });
    }
  }
  for (const [id, now] of news) {
    if (olds.has(id)) continue;
    performances.push({ kind: 'added', id, startAt: now.startAt, changes: compare(new Map(), toFigureValues(now)) });
  }
  return {
    series: compare(toSeriesValues(before), toSeriesValues(after)),
    performances: performances.sort(compareByStart),
  };
}

function listChanges(before: DeclaredValues, after: DeclaredValues): Change[] {
  const fields = new Set([...before.keys(), ...after.keys()]);
  return [...fields].flatMap((field) => {
    const change = { field, before: before.get(field) ?? null, after: after.get(field) ?? null };
    return JSON.stringify(change.before) === JSON.stringify(change.after) ? [] : [change];
  });
}

/** A default followed before and after: its change is the show's. */
function isInherited(
  field: DeclaredField,
  [seriesBefore, before]: [SeriesDefaults, EffectivePerformance],
  [seriesAfter, after]: [SeriesDefaults, EffectivePerformance],
): boolean {
  const isDefault = (series: SeriesDefaults, performance: SeriesDefaults) =>
    JSON.stringify(toDefaultValues(series).get(field)) === JSON.stringify(toDefaultValues(performance).get(field));
  return toDefaultValues(before).has(field) && isDefault(seriesBefore, before) && isDefault(seriesAfter, after);
}
