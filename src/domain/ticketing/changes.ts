import { areSameFigures, type PerformanceFigures } from '../declaration/figures';
import type { MergePlan, PerformanceUpdate, StoredPerformance } from './merge';

export const changeKinds = ['new-series', 'new-performance', 'changed-figures', 'moved', 'gone', 'returned'] as const;

/** One thing that a synchronisation changed in a show, as its history tells it. Instants are ISO-8601 UTC. */
export type SeriesChange =
  | { readonly kind: 'new-series'; readonly performances: number }
  | { readonly kind: 'new-performance' | 'gone' | 'returned'; readonly startAt: string }
  | { readonly kind: 'moved'; readonly startAt: string; readonly startAtBefore: string }
  | {
      readonly kind: 'changed-figures';
      readonly startAt: string;
      readonly before: PerformanceFigures;
      readonly after: PerformanceFigures;
    };

/**
 * What a merge changes, in the order of the plan: a new show is told once with its number of performances, a known one
 * performance by performance. An end that alone moved is not told: nobody declares it.
 */
export function listSeriesChanges(
  plan: MergePlan,
  stored: readonly StoredPerformance[],
  { created }: { readonly created: boolean },
): readonly SeriesChange[] {
  if (created) return [{ kind: 'new-series', performances: plan.create.length }];
  const known = new Map(stored.map((performance) => [performance.remoteId, performance]));
  const gone = plan.gone.flatMap((remoteId): SeriesChange[] => {
    const performance = known.get(remoteId);
    return performance ? [{ kind: 'gone', startAt: performance.startAt }] : [];
  });
  return [
    ...plan.create.map(({ startAt }): SeriesChange => ({ kind: 'new-performance', startAt })),
    ...plan.update.flatMap((update) => listPerformanceChanges(update, known.get(update.remoteId))),
    ...gone,
  ];
}

function listPerformanceChanges(update: PerformanceUpdate, before: StoredPerformance | undefined): SeriesChange[] {
  if (!before) return [];
  const { startAt } = update.performance;
  const changes: SeriesChange[] = [];
  if (update.returned) changes.push({ kind: 'returned', startAt });
  if (Date.parse(before.startAt) !== Date.parse(startAt)) {
    changes.push({ kind: 'moved', startAt, startAtBefore: before.startAt });
  }
  const [old, fresh] = [toFigures(before.imported), toFigures(update.performance)];
  if (!areSameFigures(old, fresh)) changes.push({ kind: 'changed-figures', startAt, before: old, after: fresh });
  return changes;
}

function toFigures(performance: PerformanceFigures): PerformanceFigures {
  const { includingTaxesCents, excludingTaxesCents, taxRateBp, paidTickets, freeTickets } = performance;
  return { includingTaxesCents, excludingTaxesCents, taxRateBp, paidTickets, freeTickets };
}
