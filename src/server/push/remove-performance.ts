import 'server-only';
import { refreshChanges } from '@/server/corrections/refresh-changes';
import { type Database, type Transaction } from '@/server/db/client';
import { notify } from '@/server/realtime/notify';
import { markFiguresMoved } from '@/server/series/mark-figures-moved';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { recordChanges } from '@/server/ticketing/record-changes';
import { type PushCaller } from './authenticate-key';
import { findHeldShow } from './load-held-shows';
import { PushProblem } from './push-problem';
import { type HeldShow, type PushResult } from './push-schemas';
import { writePush } from './write-push';

/** Marks a performance gone, the last one of its show included; nothing is erased. Throws `not-found` for one never sent. */
export async function removePerformance(
  db: Database,
  caller: PushCaller,
  { showId, performanceId }: { readonly showId: string; readonly performanceId: string },
  now: Date,
): Promise<{ readonly result: PushResult; readonly show: HeldShow }> {
  return writePush(db, caller, now, async (tx, run) => {
    const { organizationId, remoteAccount } = caller;
    // The same lock as a person's save: the two take turns.
    const [series] = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM "Series" WHERE "organizationId" = ${organizationId}::uuid AND system = 'push'
        AND "remoteAccount" = ${remoteAccount} AND "remoteId" = ${showId} FOR UPDATE`;
    const performance =
      series &&
      (await tx.performance.findUnique({
        where: { seriesId_remoteId: { seriesId: series.id, remoteId: performanceId } },
        select: { id: true, goneAt: true, startAt: true },
      }));
    if (!performance) throw new PushProblem('not-found');
    if (performance.goneAt === null) {
      await tx.performance.update({ where: { id: performance.id }, data: { goneAt: now } });
      await recordChanges(tx, run.id, series.id, [{ kind: 'gone', startAt: performance.startAt.toISOString() }]);
      await markFiguresMoved(tx, series.id, now);
      await tellGone(tx, run.id, { organizationId, seriesId: series.id });
    }
    const show = await findHeldShow(tx, caller, showId);
    if (!show) throw new Error('a show that was found is gone');
    return { result: performance.goneAt === null ? 'updated' : 'unchanged', show };
  });
}

async function tellGone(
  tx: Transaction,
  runId: string,
  { organizationId, seriesId }: { readonly organizationId: string; readonly seriesId: string },
): Promise<void> {
  await refreshSeriesSummary(tx, seriesId);
  await refreshChanges(tx, { organizationId, seriesId });
  await notify(tx, { kind: 'series', organizationId, id: seriesId, by: null });
  await tx.synchronizationRun.update({ where: { id: runId }, data: { gonePerformances: { increment: 1 } } });
}
