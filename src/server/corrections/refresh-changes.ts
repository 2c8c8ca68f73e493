import 'server-only';
import { isReceived } from '@/domain/declaration/received';
import { type Transaction } from '@/server/db/client';
import { loadPastSubmissions } from './load-past-submissions';
import { compareWithToday } from './compare-with-today';
import { loadSeries } from '@/server/declarations/load-series';

/**
 * Keeps, for each received declaration of a show, whether what would be declared today differs from what was received: lists
 * read the mark and compare nothing. None while a person corrects: the difference is their work. Call it in the transaction that changes figures, dates or answers, or in which an organism
 * receives something. One query for a show of which nothing was received.
 */
export async function refreshChanges(
  tx: Transaction,
  scope: { readonly organizationId: string; readonly seriesId: string },
): Promise<void> {
  const concerned = await tx.declaration.findMany({
    where: { seriesId: scope.seriesId, OR: [{ state: { in: ['sent', 'accepted'] } }, { changedSince: { not: null } }] },
    select: { id: true, organism: true, state: true, correctingSince: true, changedSince: true, keptChange: true },
  });
  if (concerned.length === 0) return;
  const { draft } = await loadSeries(tx, scope);
  const past = await loadPastSubmissions(
    tx,
    concerned.map(({ id }) => id),
  );
  for (const { id, organism, state, correctingSince, changedSince, keptChange } of concerned) {
    const own = past.filter(({ declarationId }) => declarationId === id);
    const change = isReceived(state) && correctingSince === null ? compareWithToday(organism, own, draft) : null;
    const next = change && change.fingerprint !== keptChange ? (changedSince ?? new Date()) : null;
    if (next?.getTime() === changedSince?.getTime()) continue;
    await tx.declaration.update({ where: { id }, data: { changedSince: next } });
  }
}
