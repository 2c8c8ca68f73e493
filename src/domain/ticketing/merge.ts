import { areSameFigures, type PerformanceFigures } from '../declaration/figures';
import type { RemotePerformance, RemoteSeries } from './model';

/** A performance as stored, without what people typed: a merge neither reads nor writes corrections. */
export type StoredPerformance = {
  readonly remoteId: string;
  readonly startAt: string;
  readonly endAt: string | null;
  readonly imported: PerformanceFigures;
  /** When it was found missing at the vendor; null while it is there. */
  readonly goneAt: string | null;
};

export type PerformanceUpdate = {
  readonly remoteId: string;
  readonly performance: RemotePerformance;
  readonly datesChanged: boolean;
  readonly figuresChanged: boolean;
  /** It had been marked gone, and is there again. */
  readonly returned: boolean;
};

export type MergePlan = {
  readonly create: readonly RemotePerformance[];
  /** Only those where something changed. */
  readonly update: readonly PerformanceUpdate[];
  /** Newly missing at the vendor: marked, never deleted. */
  readonly gone: readonly string[];
  readonly unchanged: number;
};

/**
 * What a synchronisation must write for one series. Instants are compared as instants, not as text.
 * A remote series without any performance is no reason to mark everything gone: it plans nothing.
 */
export function planMerge(remote: RemoteSeries, stored: readonly StoredPerformance[]): MergePlan {
  if (remote.performances.length === 0) return { create: [], update: [], gone: [], unchanged: stored.length };
  const known = new Map(stored.map((performance) => [performance.remoteId, performance]));
  const present = new Set(remote.performances.map((performance) => performance.id));
  const update = remote.performances.flatMap((performance) => {
    const current = known.get(performance.id);
    return current ? planUpdate(performance, current) : [];
  });
  const completeFrom = remote.completeFrom === undefined ? -Infinity : Date.parse(remote.completeFrom);
  const gone = stored.filter(({ remoteId, startAt, goneAt }) => {
    return goneAt === null && !present.has(remoteId) && Date.parse(startAt) >= completeFrom;
  });
  const create = remote.performances.filter((performance) => !known.has(performance.id));
  return {
    create,
    update,
    gone: gone.map((performance) => performance.remoteId),
    unchanged: stored.length - update.length - gone.length,
  };
}

function planUpdate(performance: RemotePerformance, current: StoredPerformance): readonly PerformanceUpdate[] {
  const update = {
    remoteId: performance.id,
    performance,
    datesChanged:
      !isSameInstant(performance.startAt, current.startAt) || !isSameInstant(performance.endAt, current.endAt),
    figuresChanged: !areSameFigures(performance, current.imported),
    returned: current.goneAt !== null,
  };
  return update.datesChanged || update.figuresChanged || update.returned ? [update] : [];
}

function isSameInstant(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return left === right;
  return Date.parse(left) === Date.parse(right);
}
