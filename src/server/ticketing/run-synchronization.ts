import 'server-only';
import { type Connector, type ConnectorContext, type ConnectorEvent } from '@/connectors/connector';
import { AppError } from '@/domain/errors';
import { type Database } from '@/server/db/client';
import { env } from '@/server/env';
import { type JobContext } from '@/server/jobs/define-job';
import { notify } from '@/server/realtime/notify';
import { checkRemoteSeries } from './check-remote-series';
import { failRun, succeedRun } from './finish-run';
import { markAbsentSeries } from './mark-absent-series';
import { type StoringRun, storeSeries, storeWarning } from './store-series';

/** How often a run shows it is alive; two beats missed, it is taken for dead, before the queue takes its job for dead. */
const beatMilliseconds = () => env().JOBS_HEARTBEAT_SECONDS * 250;
const leaseMilliseconds = () => env().JOBS_HEARTBEAT_SECONDS * 500;
const budgetMilliseconds = 45 * 60_000;
/** Four notices a second are enough for numbers to grow smoothly. */
const noticeMilliseconds = 250;

/** Where the tests make a worker die: the code between two of these is either done whole or not at all. */
export type Boundary = 'claimed' | 'before-series' | 'after-series' | 'before-end';

export type SynchronizationTools = {
  readonly db: Database;
  /** The connector and the keys of a connection, opened for as long as the run lasts. */
  readonly open: (
    db: Database,
    run: StoringRun & { readonly credentials: string },
    signal: AbortSignal,
    onRequest: () => void,
  ) => { readonly connector: Connector; readonly context: ConnectorContext };
  readonly now: () => Date;
  readonly pass?: (boundary: Boundary) => void | Promise<void>;
};

type Claim = StoringRun & {
  readonly since: Date;
  readonly credentials: string | null;
  readonly doneSeriesIds: readonly string[];
  readonly checkpoint: string | null;
};

/**
 * Walks one connection and stores its series one by one. A provider's refusal ends the run with its code. Anything else is
 * thrown for the job to be tried again, and the next try goes on after the series already stored.
 */
export async function runSynchronization(tools: SynchronizationTools, runId: string, job: JobContext): Promise<void> {
  const run = await claimRun(tools.db, runId);
  if (!run) return;
  const budget = AbortSignal.timeout(budgetMilliseconds);
  const signal = AbortSignal.any([job.signal, budget]);
  try {
    await tools.pass?.('claimed');
    if (run.credentials === null) throw new AppError('connection-disconnected');
    const completed = await walk(tools, { ...run, credentials: run.credentials }, signal);
    await tools.pass?.('before-end');
    if (completed) await succeedRun(tools.db, runId, tools.now());
  } catch (error) {
    if (error instanceof AppError) await failRun(tools.db, runId, error.code, tools.now());
    else if (job.lastAttempt && !job.signal.aborted) {
      await failRun(tools.db, runId, budget.aborted ? 'unavailable' : 'internal', tools.now());
      throw error;
    } else {
      await releaseRun(tools.db, runId);
      throw error;
    }
  }
}

/**
 * Takes the run, or null when it is over. Throws while another worker breathes on it: the queue gave the job twice, and the
 * second comes back later to see whether the first one is still alive.
 */
async function claimRun(db: Database, runId: string): Promise<Claim | null> {
  const { count } = await db.synchronizationRun.updateMany({
    where: {
      id: runId,
      OR: [
        { state: 'queued' },
        { state: 'running', heartbeatAt: null },
        { state: 'running', heartbeatAt: { lt: new Date(Date.now() - leaseMilliseconds()) } },
      ],
    },
    data: { state: 'running', heartbeatAt: new Date() },
  });
  const run = await db.synchronizationRun.findUnique({ where: { id: runId }, include: { connection: true } });
  if (!run || run.state === 'succeeded' || run.state === 'failed') return null;
  if (count === 0) throw new Error('another worker is on this run');
  const { connection } = run;
  return {
    id: run.id,
    connectionId: connection.id,
    organizationId: connection.organizationId,
    system: connection.system,
    remoteAccount: connection.remoteAccount,
    credentials: connection.credentials,
    since: run.since,
    doneSeriesIds: run.doneSeriesIds,
    checkpoint: run.checkpoint,
  };
}

/** False when somebody ended the run meanwhile. */
async function walk(
  tools: SynchronizationTools,
  run: Claim & { readonly credentials: string },
  signal: AbortSignal,
): Promise<boolean> {
  const { db, now } = tools;
  await db.synchronizationRun.updateMany({ where: { id: run.id, startedAt: null }, data: { startedAt: now() } });
  let requests = 0;
  const { connector, context } = tools.open(db, run, signal, () => (requests += 1));
  const heart = setInterval(() => void breathe(db, run.id), beatMilliseconds());
  const tell = createTeller(db, run);
  try {
    await tell();
    const options = { since: run.since, skipSeriesIds: new Set(run.doneSeriesIds), checkpoint: run.checkpoint };
    for await (const event of connector.synchronize(context, options)) {
      if (event.type === 'series') await tools.pass?.('before-series');
      if (!(await storeEvent(tools, run, event))) return false;
      if (event.type === 'series') await tools.pass?.('after-series');
      await tell();
    }
    return true;
  } finally {
    clearInterval(heart);
    await db.synchronizationRun.updateMany({ where: { id: run.id }, data: { requests: { increment: requests } } });
  }
}

async function storeEvent(tools: SynchronizationTools, run: Claim, event: ConnectorEvent): Promise<boolean> {
  const { db } = tools;
  if (event.type === 'total') {
    // A resumed run is told about what is left only.
    const seriesTotal = run.doneSeriesIds.length + event.series;
    await db.synchronizationRun.updateMany({ where: { id: run.id, state: 'running' }, data: { seriesTotal } });
    return true;
  }
  if (event.type === 'warning') {
    await storeWarning(db, run.id, event.warning);
    return true;
  }
  if (event.type === 'checkpoint') {
    const data = { checkpoint: event.checkpoint, ticketsRead: event.tickets, heartbeatAt: new Date() };
    await db.synchronizationRun.updateMany({ where: { id: run.id, state: 'running' }, data });
    return true;
  }
  if (event.type === 'inventory') return markAbsentSeries(db, run, event, tools.now());
  const warning = checkRemoteSeries(event.series);
  if (warning) {
    await storeWarning(db, run.id, warning);
    return true;
  }
  return (await storeSeries(db, run, event.series, event.tickets, tools.now())) !== 'stopped';
}

/** Says that the numbers moved, not more often than eyes can follow; the end of the run has its own notice. */
function createTeller(db: Database, run: StoringRun): () => Promise<void> {
  let toldAt = -Infinity;
  return async () => {
    const at = performance.now();
    if (at - toldAt < noticeMilliseconds) return;
    toldAt = at;
    await notify(db, { kind: 'connection', organizationId: run.organizationId, id: run.connectionId });
  };
}

/** A provider may take minutes for one answer: the run shows it is alive meanwhile. A missed beat is not worth failing for. */
async function breathe(db: Database, runId: string): Promise<void> {
  await db.synchronizationRun
    .updateMany({ where: { id: runId, state: 'running' }, data: { heartbeatAt: new Date() } })
    .catch(() => undefined);
}

/** Lets the next try start at once. When the database is away, the lease ends by itself. */
async function releaseRun(db: Database, runId: string): Promise<void> {
  await db.synchronizationRun
    .updateMany({ where: { id: runId, state: 'running' }, data: { heartbeatAt: null } })
    .catch(() => undefined);
}
