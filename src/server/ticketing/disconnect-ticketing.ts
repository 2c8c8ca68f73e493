import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { toAuditActor } from './to-audit-actor';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { type connectionScope } from './connect-ticketing.schema';

/** Erases the keys, revokes those we gave, and stops the synchronisations, the one under way included. Shows and figures stay. */
export async function disconnectTicketing(actor: Actor, input: z.infer<typeof connectionScope>): Promise<void> {
  const { organizationId } = actor;
  await actor.db.$transaction(async (tx) => {
    const where = { id: input.connectionId, organizationId };
    const connection = await tx.ticketingConnection.findFirst({ where, select: { label: true, disconnectedAt: true } });
    if (!connection) throw new AppError('not-found');
    if (connection.disconnectedAt) return;
    const now = new Date();
    await tx.synchronizationRun.updateMany({
      where: { connectionId: input.connectionId, state: { in: ['queued', 'running'] } },
      data: { state: 'failed', errorCode: 'connection-disconnected', finishedAt: now, heartbeatAt: null },
    });
    await tx.ticketingConnection.update({
      where,
      data: { credentials: null, credentialHint: null, disconnectedAt: now, nextRunAt: null },
    });
    await tx.apiKey.updateMany({
      where: { connectionId: input.connectionId, revokedAt: null },
      data: { revokedAt: now },
    });
    await recordAudit(tx, {
      action: 'connection.disconnected',
      organizationId,
      actor: toAuditActor(actor),
      subject: input.connectionId,
      detail: { label: connection.label },
    });
    await notify(tx, { kind: 'connection', organizationId, id: input.connectionId });
  });
}
