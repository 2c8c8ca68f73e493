import 'server-only';
import { type Database } from '@/server/db/client';
import { type Todo } from './list-todo.schema';

/** As many as are read at once; the list of shows has them all. */
const shown = 20;

/**
 * What was received and is no longer what the figures say, or that somebody began to correct: the oldest first. Two queries,
 * whatever the number of shows.
 */
export async function findChanged(db: Database, organizationId: string): Promise<Todo['received']> {
  const where = {
    series: { organizationId },
    OR: [{ changedSince: { not: null } }, { correctingSince: { not: null } }],
  };
  const [rows, count] = await Promise.all([
    db.declaration.findMany({
      where,
      select: {
        organism: true,
        correctingBy: true,
        series: { select: { id: true, name: true } },
        submissions: {
          where: { state: { in: ['sent', 'accepted'] } },
          select: { id: true, createdAt: true },
          orderBy: { number: 'desc' },
          take: 1,
        },
      },
      orderBy: [{ changedSince: 'asc' }, { correctingSince: 'asc' }, { id: 'asc' }],
      take: shown,
    }),
    db.declaration.count({ where }),
  ]);
  const items = rows.flatMap(({ organism, correctingBy, series, submissions: [held] }) =>
    series && held
      ? [
          {
            seriesId: series.id,
            seriesName: series.name,
            organism,
            submissionId: held.id,
            submittedAt: held.createdAt.toISOString(),
            correctedBy: correctingBy,
          },
        ]
      : [],
  );
  return { items, more: count - rows.length };
}
