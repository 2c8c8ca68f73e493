import 'server-only';
import { isStorable } from '@/domain/ticketing/import/reading';
import { type RemoteSeries } from '@/domain/ticketing/model';
import { type Database } from '@/server/db/client';
import { type JobContext } from '@/server/jobs/define-job';
import { notify } from '@/server/realtime/notify';
import { checkRemoteSeries } from '@/server/ticketing/check-remote-series';
import { failRun, succeedRun } from '@/server/ticketing/finish-run';
import { type StoringRun, storeSeries, storeWarning } from '@/server/ticketing/store-series';
import { type StoredReading, storedReadingSchema } from './stored-reading';

const noticeMilliseconds = 250;
/** A file may hold a part of a show only: what it leaves out is not gone. */
const nothingIsMissing = '9999-12-31T23:59:59.999Z';

/**
 * Stores what was read in a file, each show in its own transaction with its mark on the run: cut anywhere and run again, it
 * goes on after the shows already stored. The file is erased at the end; the run tells what it changed.
 */
export async function runStoring(db: Database, importId: string, job: JobContext): Promise<void> {
  const file = await db.importFile.findUnique({ where: { id: importId } });
  if (!file?.runId || file.state !== 'storing') return;
  const run = await claimRun(db, file.runId);
  try {
    if (run) await storeAll(db, run, importId, storedReadingSchema.parse(file.reading), job.signal);
    await db.$transaction(async (tx) => {
      await tx.importChunk.deleteMany({ where: { importId } });
      await tx.$executeRaw`UPDATE "ImportFile" SET state = 'stored', reading = NULL WHERE id = ${importId}::uuid`;
      await notify(tx, { kind: 'import', organizationId: file.organizationId, id: importId });
    });
  } catch (error) {
    if (job.lastAttempt && !job.signal.aborted) {
      await failRun(db, file.runId, 'internal', new Date());
      await db.importFile.updateMany({ where: { id: importId }, data: { state: 'failed' } });
      await notify(db, { kind: 'import', organizationId: file.organizationId, id: importId });
    }
    throw error;
  }
}

/** The run, shown as running; null when it is over. */
async function claimRun(db: Database, runId: string): Promise<StoringRun | null> {
  await db.synchronizationRun.updateMany({
    where: { id: runId, state: 'queued' },
    data: { state: 'running', startedAt: new Date(), heartbeatAt: new Date() },
  });
  const row = await db.synchronizationRun.findUnique({ where: { id: runId }, include: { connection: true } });
  if (row?.state !== 'running') return null;
  const { id, organizationId, system, remoteAccount } = row.connection;
  return { id: runId, connectionId: id, organizationId, system, remoteAccount };
}

async function storeAll(
  db: Database,
  run: StoringRun,
  importId: string,
  reading: StoredReading,
  signal: AbortSignal,
): Promise<void> {
  for (const warning of reading.warnings) await storeWarning(db, run.id, warning);
  let toldAt = -Infinity;
  for (const series of reading.series) {
    signal.throwIfAborted();
    const performances = series.performances.filter(isStorable);
    const remote: RemoteSeries = { id: series.id, name: series.name, performances, completeFrom: nothingIsMissing };
    const warning = checkRemoteSeries(remote);
    if (warning) await storeWarning(db, run.id, warning);
    else {
      const tickets = performances.reduce((sum, { paidTickets, freeTickets }) => sum + paidTickets + freeTickets, 0);
      if ((await storeSeries(db, run, remote, tickets, new Date())) === 'stopped') return;
    }
    if (performance.now() - toldAt < noticeMilliseconds) continue;
    toldAt = performance.now();
    await notify(db, { kind: 'connection', organizationId: run.organizationId, id: run.connectionId });
    await notify(db, { kind: 'import', organizationId: run.organizationId, id: importId });
  }
  await succeedRun(db, run.id, new Date());
}
