import type { HelloassoPage } from './schema';
import { AppError } from '@/domain/errors';

/** Where a walk over pages stands: plain data, which a checkpoint carries. */
export type Position = {
  /** Null before the first page. */
  readonly token: string | null;
  /** Distinct rows seen. */
  readonly seen: number;
  /** Rows there were to see at the start; null before the first page. */
  readonly expected: number | null;
  /** The last rows seen, by identifier. */
  readonly recentIds: readonly string[];
  readonly isComplete: boolean;
};

export const startOfPages: Position = { token: null, seen: 0, expected: null, recentIds: [], isComplete: false };

type Step<Row> = { readonly rows: readonly Row[]; readonly position: Position };

/** How many rows are remembered: more than any list shifts, and no more for 100,000 than for 2,000. */
const memory = 2000;

/**
 * Follows continuation tokens from a position, and gives the rows not seen before with the position reached. There is a token even on
 * the last page: with counts asked for, the last page is the one with a single page left; without that, an empty page or a token that
 * does not move ends the walk. Rows that come back are dropped when they
 * are among the last 2,000, which is where they can be: the pages are cut out of a fixed order.
 * Throws `unexpected-answer` when pages stop before the rows that they count.
 */
export async function* readPages<Row extends { readonly id: string }>(
  read: (token: string | null) => Promise<HelloassoPage<Row>>,
  from: Position = startOfPages,
): AsyncGenerator<Step<Row>> {
  let position = from;
  while (!position.isComplete) {
    const { rows: received, pagination } = await read(position.token);
    const known = new Set(position.recentIds);
    const rows = [...new Map(received.map((row) => [row.id, row])).values()].filter(({ id }) => !known.has(id));
    const recentIds = [...position.recentIds, ...rows.map(({ id }) => id)].slice(-memory);
    const next = pagination.continuationToken;
    const isStuck = received.length === 0 || next === null || next === position.token;
    // Both counts must agree that nothing is left: stopping one page early would make wrong totals.
    const isLast = pagination.totalPages === 1 && pagination.totalCount <= received.length;
    const isComplete = isStuck || isLast;
    const expected = position.expected ?? pagination.totalCount;
    const seen = position.seen + rows.length;
    const left = received.length === 0 ? pagination.totalCount : pagination.totalPages - 1;
    if (isStuck && left > 0 && seen < expected) throw new AppError('unexpected-answer', 'the pages stop short');
    position = { token: next, seen, expected, recentIds, isComplete };
    yield { rows, position };
  }
}
