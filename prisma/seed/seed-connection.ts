import { connectTicketing, storeConnection } from '@/server/ticketing/connect-ticketing';
import { handle } from '@/server/ticketing/synchronize-connection.handler';
import { type Actor } from '@/server/trpc/context';
import { AppError } from '@/domain/errors';
import { demoKeys } from '../demo-accounts';

/**
 * Connects the simulated Billetweb and synchronises it with the real connector. When the simulated world is not up, the
 * connection is there all the same and its first synchronisation waits for the worker. Does nothing the second time.
 */
export async function seedConnection(actor: Actor): Promise<void> {
  const { db, organizationId } = actor;
  if (await db.ticketingConnection.findFirst({ where: { organizationId }, select: { id: true } })) return;
  const { connectionId, isReachable } = await connect(actor);
  if (!isReachable) return;
  const run = await db.synchronizationRun.findFirstOrThrow({ where: { connectionId }, select: { id: true } });
  await handle(
    { runId: run.id },
    { jobId: 'seed', attempt: 0, lastAttempt: true, signal: AbortSignal.timeout(60_000) },
  );
}

async function connect(actor: Actor): Promise<{ connectionId: string; isReachable: boolean }> {
  try {
    const input = { organizationId: actor.organizationId, system: 'billetweb', ...demoKeys } as const;
    const { connectionId } = await connectTicketing(actor, input);
    return { connectionId, isReachable: true };
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'unavailable') throw error;
    const { accessKey } = demoKeys;
    const account = { account: accessKey, label: `Compte Billetweb ${accessKey}` };
    const { connectionId } = await storeConnection(actor, 'billetweb', demoKeys, account);
    return { connectionId, isReachable: false };
  }
}
