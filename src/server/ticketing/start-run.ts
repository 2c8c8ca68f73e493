import 'server-only';
import { type Transaction } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { notify } from '@/server/realtime/notify';
import { type RunTrigger } from './list-connections.schema';
import { planSince, type StartingConnection } from './plan-since';
import { synchronizeConnectionJob } from './synchronize-connection';

/**
 * Starts a synchronisation in the transaction of what asks for it, or joins the one under way: a partial unique index allows
 * one per connection, so two clicks, two tabs and the night together make one run.
 */
export async function startRun(
  tx: Transaction,
  connection: StartingConnection,
  trigger: Extract<RunTrigger, 'user' | 'night' | 'connection'>,
  { now, correlationId }: { readonly now: Date; readonly correlationId?: string },
): Promise<{ runId: string; joined: boolean }> {
  const since = await planSince(tx, connection, trigger, now);
  const [created] = await tx.synchronizationRun.createManyAndReturn({
    data: [{ connectionId: connection.id, trigger, since }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!created) return { runId: await findActiveRun(tx, connection.id), joined: true };
  await enqueue(tx, synchronizeConnectionJob, { runId: created.id }, { correlationId });
  await tx.ticketingConnection.update({ where: { id: connection.id }, data: { nextRunAt: null } });
  await notify(tx, { kind: 'connection', organizationId: connection.organizationId, id: connection.id });
  return { runId: created.id, joined: false };
}

/** The insertion waited for the other one to commit: it is there, or has just ended, and then its result is fresh. */
async function findActiveRun(tx: Transaction, connectionId: string): Promise<string> {
  const { id } = await tx.synchronizationRun.findFirstOrThrow({
    where: { connectionId },
    orderBy: { createdAt: 'desc' },
    select: { id: true },
  });
  return id;
}
