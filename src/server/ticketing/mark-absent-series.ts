import 'server-only';
import { type ConnectorInventory } from '@/connectors/connector';
import { refreshChanges } from '@/server/corrections/refresh-changes';
import { type Database } from '@/server/db/client';
import { notify } from '@/server/realtime/notify';
import { markFiguresMoved } from '@/server/series/mark-figures-moved';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { recordChanges } from './record-changes';
import { type StoringRun } from './store-series';

/**
 * Marks as gone, show by show, the performances of the shows that an account no longer has, within what it was asked about. Nothing is
 * deleted, and a show that comes back is taken back as any other. False when somebody ended the run meanwhile.
 */
export async function markAbsentSeries(
  db: Database,
  run: StoringRun,
  { seriesIds, completeFrom, completeBefore }: ConnectorInventory,
  now: Date,
): Promise<boolean> {
  const window = { from: new Date(completeFrom), before: new Date(completeBefore) };
  const absent = await db.series.findMany({
    where: {
      organizationId: run.organizationId,
      system: run.system,
      remoteAccount: run.remoteAccount,
      remoteId: { notIn: [...seriesIds] },
      performances: { some: { goneAt: null, startAt: { gte: window.from, lt: window.before } } },
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  for (const { id } of absent) {
    if (!(await markGone(db, run, id, window, now))) return false;
  }
  return true;
}

/** One short transaction per show, under the same locks as a show that is stored. */
function markGone(
  db: Database,
  run: StoringRun,
  seriesId: string,
  window: { readonly from: Date; readonly before: Date },
  now: Date,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [active] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "SynchronizationRun" WHERE id = ${run.id}::uuid AND state = 'running' FOR UPDATE`;
    if (!active) return false;
    await tx.$queryRaw`SELECT id FROM "Series" WHERE id = ${seriesId}::uuid FOR UPDATE`;
    const gone = await tx.performance.updateManyAndReturn({
      where: { seriesId, goneAt: null, startAt: { gte: window.from, lt: window.before } },
      data: { goneAt: now },
      select: { startAt: true },
    });
    const starts = gone.map(({ startAt }) => startAt.toISOString()).sort();
    await recordChanges(
      tx,
      run.id,
      seriesId,
      starts.map((startAt) => ({ kind: 'gone', startAt })),
    );
    await refreshSeriesSummary(tx, seriesId);
    if (starts.length > 0) await markFiguresMoved(tx, seriesId, now);
    await refreshChanges(tx, { organizationId: run.organizationId, seriesId });
    await notify(tx, { kind: 'series', organizationId: run.organizationId, id: seriesId, by: null });
    await tx.synchronizationRun.update({
      where: { id: run.id },
      data: { heartbeatAt: new Date(), gonePerformances: { increment: starts.length } },
    });
    return true;
  });
}
