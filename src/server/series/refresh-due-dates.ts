import 'server-only';
import { type Transaction } from '@/server/db/client';
import { findDeadline } from './find-deadline';

/**
 * Sets the deadlines of a show's declarations from its last performance. What is sent, accepted or on its way keeps the deadline
 * it had. Call it in the transaction that chooses organisms or moves dates.
 */
export async function refreshDueDates(tx: Transaction, seriesId: string): Promise<void> {
  const declarations = await tx.declaration.findMany({
    where: { seriesId, state: { in: ['draft', 'refused', 'failed'] } },
    select: { id: true, organism: true, dueAt: true, series: { select: { lastStartAt: true } } },
  });
  for (const { id, organism, dueAt, series } of declarations) {
    const next = series?.lastStartAt ? (findDeadline(organism, series.lastStartAt)?.dueAt ?? null) : null;
    if (next?.getTime() === dueAt?.getTime()) continue;
    await tx.declaration.update({ where: { id }, data: { dueAt: next } });
  }
}
