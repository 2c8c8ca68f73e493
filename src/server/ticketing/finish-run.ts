import 'server-only';
import { subMinutes } from 'date-fns/subMinutes';
import { lateChanges } from '@/connectors/late-changes';
import { type ErrorCode } from '@/domain/errors';
import { isTicketingSystem } from '@/domain/ticketing/model';
import { recordAudit } from '@/server/audit/record';
import { type Database, type Transaction } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { notify } from '@/server/realtime/notify';
import { planNextRun } from './plan-next-run';
import { tellFailingConnectionJob } from './tell-failing-connection';

/** Failures in a row after which people are told: one night in trouble is nobody's business. */
const tellAfterFailures = 3;

const author = { id: null, name: 'Synchronisation' };

/** Ends a run that read everything: only then does the cursor move. False when the run had been ended by somebody else. */
export async function succeedRun(db: Database, runId: string, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const run = await closeRun(tx, runId, { state: 'succeeded', errorCode: null }, now);
    if (!run) return false;
    const { connection } = run;
    // Shows announced and then left out (without date, or empty) are not still to come.
    await tx.synchronizationRun.update({ where: { id: runId }, data: { seriesTotal: run.seriesDone } });
    const overlapMinutes = isTicketingSystem(connection.system) ? lateChanges[connection.system].overlapMinutes : 0;
    const since = subMinutes(run.startedAt ?? now, overlapMinutes);
    await tx.ticketingConnection.update({
      where: { id: connection.id },
      data: {
        synchronizedSince: connection.synchronizedSince && connection.synchronizedSince > since ? undefined : since,
        lastSuccessAt: now,
        lastErrorAt: null,
        lastErrorCode: null,
        consecutiveFailures: 0,
        userToldAt: null,
        nextRunAt: isTicketingSystem(connection.system)
          ? planNextRun({ id: connection.id, consecutiveFailures: 0, errorCode: null }, now)
          : null,
      },
    });
    const { newSeries, newPerformances, changedFigures, gonePerformances } = run;
    const changes = newSeries + newPerformances + changedFigures + gonePerformances;
    // A night without anything new would fill the journal of the structure for nothing.
    if (changes > 0 || run.trigger !== 'night') {
      await recordAudit(tx, {
        action: 'synchronization.succeeded',
        organizationId: connection.organizationId,
        actor: author,
        subject: connection.id,
        detail: { label: connection.label, newSeries, newPerformances, changedFigures, gonePerformances },
      });
    }
    return true;
  });
}

/** Ends a run with the reason; what was stored stays, the cursor does not move. People are told once by mail when it repeats. */
export async function failRun(db: Database, runId: string, errorCode: ErrorCode, now: Date): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const run = await closeRun(tx, runId, { state: 'failed', errorCode }, now);
    if (!run) return false;
    const { connection } = run;
    const consecutiveFailures = connection.consecutiveFailures + 1;
    // Whoever imports a file or pushes figures is told at once by the answer: nothing of theirs runs again by itself.
    const runsByItself = isTicketingSystem(connection.system) && connection.disconnectedAt === null;
    const tell = runsByItself && consecutiveFailures >= tellAfterFailures && connection.userToldAt === null;
    await tx.ticketingConnection.update({
      where: { id: connection.id },
      data: {
        lastErrorAt: now,
        lastErrorCode: errorCode,
        consecutiveFailures,
        userToldAt: tell ? now : undefined,
        nextRunAt: runsByItself ? planNextRun({ id: connection.id, consecutiveFailures, errorCode }, now) : null,
      },
    });
    await recordAudit(tx, {
      action: 'synchronization.failed',
      organizationId: connection.organizationId,
      actor: author,
      subject: connection.id,
      detail: { label: connection.label, errorCode },
    });
    if (tell) await tellMembers(tx, connection);
    return true;
  });
}

async function closeRun(
  tx: Transaction,
  runId: string,
  end: { state: 'succeeded' | 'failed'; errorCode: ErrorCode | null },
  now: Date,
) {
  const { count } = await tx.synchronizationRun.updateMany({
    where: { id: runId, state: { in: ['queued', 'running'] } },
    // What was done is only needed to go on; a year of nights must not carry it.
    data: { ...end, finishedAt: now, heartbeatAt: null, doneSeriesIds: [], checkpoint: null },
  });
  if (count === 0) return null;
  const run = await tx.synchronizationRun.findUniqueOrThrow({
    where: { id: runId },
    include: { connection: true },
    omit: { doneSeriesIds: true, warnings: true },
  });
  const { id, organizationId } = run.connection;
  await notify(tx, { kind: 'connection', organizationId, id });
  return run;
}

/** One job per person, so that one refused address does not keep the others from knowing. */
async function tellMembers(tx: Transaction, connection: { id: string; organizationId: string }): Promise<void> {
  const members = await tx.membership.findMany({
    where: { organizationId: connection.organizationId },
    select: { userId: true },
  });
  for (const { userId } of members) {
    await enqueue(tx, tellFailingConnectionJob, { connectionId: connection.id, userId });
  }
}
