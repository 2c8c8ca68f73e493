import { type DeadlineGroup, toDeadlineGroup } from '@/domain/calendar';

/** A row whose deadline is known, or can be computed from its last performance. */
export type Dated = { readonly lastStartAt: Date; readonly dueAt: Date | null };

/**
 * Rows by group of deadline, each in order of deadline. Computing a deadline means calendar arithmetic in Paris, far slower than
 * reading a row: `computeDueAt` never goes backwards when the last performance comes later, so the rows without a
 * deadline, sorted by last performance, are already in order, and the limits between groups are found by halves.
 */
export function groupByDeadline<Row extends Dated>(
  rows: readonly Row[],
  now: Date,
  { computeDueAt, limit }: { readonly computeDueAt: (lastStartAt: Date) => Date; readonly limit: number },
): Readonly<Record<DeadlineGroup, { readonly shown: readonly (Row & { dueAt: Date })[]; readonly count: number }>> {
  const known = rows.flatMap((row) => (row.dueAt ? [{ ...row, dueAt: row.dueAt }] : []));
  const unknown = rows
    .filter((row) => row.dueAt === null)
    .sort((left, right) => compare(left.lastStartAt, right.lastStartAt));
  const groupOf = (row: Row) => toDeadlineGroup(computeDueAt(row.lastStartAt), now);
  const week = findFirst(unknown, (row) => groupOf(row) !== 'late');
  const later = findFirst(unknown, (row) => groupOf(row) === 'later');
  const knownGroups = Map.groupBy(known, ({ dueAt }) => toDeadlineGroup(dueAt, now));

  const merge = (group: DeadlineGroup, others: readonly Row[]) => {
    const own = knownGroups.get(group) ?? [];
    const dated = others.slice(0, limit).map((row) => ({ ...row, dueAt: computeDueAt(row.lastStartAt) }));
    const shown = [...own, ...dated].sort((left, right) => compare(left.dueAt, right.dueAt)).slice(0, limit);
    return { shown, count: own.length + others.length };
  };
  return {
    late: merge('late', unknown.slice(0, week)),
    'this-week': merge('this-week', unknown.slice(week, later)),
    later: merge('later', unknown.slice(later)),
  };
}

function compare(left: Date, right: Date): number {
  return left.getTime() - right.getTime();
}

/** Index of the first row for which `isPast` holds, when it holds for all that follow; the length when it never does. */
function findFirst<Row>(rows: readonly Row[], isPast: (row: Row) => boolean): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = rows[middle];
    if (row !== undefined && isPast(row)) high = middle;
    else low = middle + 1;
  }
  return low;
}
