import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { isTicketingSystem } from '@/domain/ticketing/model';
import { type Actor } from '@/server/trpc/context';
import { type connectionScope, type synchronizeOutput } from './connect-ticketing.schema';
import { startRun } from './start-run';

/** Asks for a synchronisation now, or joins the one under way. */
export async function synchronizeTicketing(
  actor: Actor,
  input: z.infer<typeof connectionScope>,
): Promise<z.infer<typeof synchronizeOutput>> {
  return actor.db.$transaction(async (tx) => {
    const connection = await tx.ticketingConnection.findFirst({
      where: { id: input.connectionId, organizationId: actor.organizationId },
      select: { id: true, organizationId: true, system: true, synchronizedSince: true, disconnectedAt: true },
    });
    if (!connection) throw new AppError('not-found');
    if (connection.disconnectedAt) throw new AppError('connection-disconnected');
    if (!isTicketingSystem(connection.system))
      throw new AppError('invalid-input', `nothing to ask of ${connection.system}`);
    return startRun(tx, connection, 'user', { now: new Date(), correlationId: actor.correlationId });
  });
}
