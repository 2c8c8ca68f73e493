import 'server-only';
import { type Database, type Transaction } from '@/server/db/client';
import { notify } from '@/server/realtime/notify';
import { type StoringRun } from '@/server/ticketing/store-series';
import { type PushCaller } from './authenticate-key';
import { PushProblem } from './push-problem';

/** What an editor sends within a quarter of an hour is one line of the history. */
const runMilliseconds = 15 * 60_000;

/**
 * One write of an editor, whole, in one transaction: its connection is locked, so that the writes of one editor follow one another and a
 * key revoked meanwhile writes nothing; the run that tells it is opened, `work` writes, the run is closed. Nobody ever sees it half.
 */
export async function writePush<T>(
  db: Database,
  caller: PushCaller,
  now: Date,
  work: (tx: Transaction, run: StoringRun) => Promise<T>,
): Promise<T> {
  const { connectionId, organizationId, remoteAccount } = caller;
  return db.$transaction(
    async (tx) => {
      await lockConnection(tx, caller);
      const id = await openRun(tx, connectionId, now);
      const result = await work(tx, { id, connectionId, organizationId, system: 'push', remoteAccount });
      await closeRun(tx, id, now);
      await tx.ticketingConnection.update({
        where: { id: connectionId },
        data: { lastSuccessAt: now, lastErrorAt: null, lastErrorCode: null, consecutiveFailures: 0 },
      });
      await notify(tx, { kind: 'connection', organizationId, id: connectionId });
      return result;
    },
    { timeout: 30_000, maxWait: 10_000 },
  );
}

async function lockConnection(tx: Transaction, { connectionId, keyId }: PushCaller): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "TicketingConnection" WHERE id = ${connectionId}::uuid FOR UPDATE`;
  // Read after the lock: who revokes takes the same one.
  const key = await tx.apiKey.findUnique({ where: { id: keyId }, select: { revokedAt: true } });
  if (!key || key.revokedAt) throw new PushProblem('revoked-key');
}

async function openRun(tx: Transaction, connectionId: string, now: Date): Promise<string> {
  const recent = await tx.synchronizationRun.findFirst({
    where: {
      connectionId,
      trigger: 'push',
      state: 'succeeded',
      createdAt: { gt: new Date(now.getTime() - runMilliseconds) },
    },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  if (recent) {
    await tx.synchronizationRun.update({ where: { id: recent.id }, data: { state: 'running' } });
    return recent.id;
  }
  const { id } = await tx.synchronizationRun.create({
    data: { connectionId, trigger: 'push', state: 'running', since: now, startedAt: now, createdAt: now },
    select: { id: true },
  });
  return id;
}

async function closeRun(tx: Transaction, id: string, now: Date): Promise<void> {
  const { seriesDone } = await tx.synchronizationRun.update({
    where: { id },
    data: {
      state: 'succeeded',
      finishedAt: now,
      heartbeatAt: null,
      doneSeriesIds: [],
      requests: { increment: 1 },
    },
    select: { seriesDone: true },
  });
  await tx.synchronizationRun.update({ where: { id }, data: { seriesTotal: seriesDone } });
}
