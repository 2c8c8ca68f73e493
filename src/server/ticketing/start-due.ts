import 'server-only';
import { isTicketingSystem } from '@/domain/ticketing/model';
import { type Database } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { failRun } from './finish-run';
import { purgeQuotas } from './postgres-quota';
import { type StartingConnection } from './plan-since';
import { startRun } from './start-run';
import { synchronizeConnectionJob } from './synchronize-connection';

const batchSize = 100;
/** Longer than any pause of a worker that is still alive, and than the pauses of the queue between two tries. */
const abandonedAfterMilliseconds = 15 * 60_000;
const givenUpAfterMilliseconds = 24 * 3_600_000;

/** Starts every connection whose time has come; two workers doing it together share the work. */
export async function startDueConnections(db: Database, now: Date): Promise<number> {
  let started = 0;
  for (;;) {
    const count = await db.$transaction(async (tx) => {
      const due = await tx.$queryRaw<StartingConnection[]>`
        SELECT id, "organizationId", system, "synchronizedSince" FROM "TicketingConnection"
        WHERE "nextRunAt" <= ${now} AND "disconnectedAt" IS NULL AND credentials IS NOT NULL
        ORDER BY "nextRunAt" LIMIT ${batchSize} FOR UPDATE SKIP LOCKED`;
      for (const connection of due) {
        const { joined } = await startRun(tx, connection, 'night', { now });
        // The run under way will plan the next one when it ends.
        if (joined) await tx.ticketingConnection.update({ where: { id: connection.id }, data: { nextRunAt: null } });
      }
      return due.length;
    });
    started += count;
    if (count < batchSize) return started;
  }
}

/**
 * A run whose worker died at its last attempt would keep its connection from ever running again: it is put back in the queue
 * and, after a day, ended.
 */
export async function resumeAbandonedRuns(db: Database, now: Date): Promise<void> {
  const quietSince = new Date(now.getTime() - abandonedAfterMilliseconds);
  const runs = await db.synchronizationRun.findMany({
    where: {
      state: { in: ['queued', 'running'] },
      createdAt: { lt: quietSince },
      OR: [{ heartbeatAt: null }, { heartbeatAt: { lt: quietSince } }],
    },
    select: { id: true, createdAt: true, connection: { select: { system: true } } },
    orderBy: { createdAt: 'asc' },
    take: batchSize,
  });
  for (const { id, createdAt, connection } of runs) {
    if (createdAt.getTime() < now.getTime() - givenUpAfterMilliseconds) await failRun(db, id, 'internal', now);
    // A file or a push has a job of its own.
    else if (isTicketingSystem(connection.system))
      await db.$transaction((tx) => enqueue(tx, synchronizeConnectionJob, { runId: id }));
  }
}

/** The whole round of the cron. */
export async function startDue(db: Database, now: Date): Promise<void> {
  await startDueConnections(db, now);
  await resumeAbandonedRuns(db, now);
  await purgeQuotas(db);
}
