import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { type revokeApiKeyInput } from './api-key.schema';

/** Ends a key at once. With its last key, an editor is disconnected; shows and figures stay. Twice is the same as once. */
export async function revokeApiKey(actor: Actor, { apiKeyId }: z.infer<typeof revokeApiKeyInput>): Promise<void> {
  const { db, organizationId, user } = actor;
  await db.$transaction(async (tx) => {
    const where = { id: apiKeyId, connection: { organizationId } };
    const key = await tx.apiKey.findFirst({ where, include: { connection: { select: { label: true } } } });
    if (!key) throw new AppError('not-found');
    // The lock of whatever the editor is sending: what was under way is over before the key ends.
    await tx.$queryRaw`SELECT id FROM "TicketingConnection" WHERE id = ${key.connectionId}::uuid FOR UPDATE`;
    const now = new Date();
    const { count } = await tx.apiKey.updateMany({
      where: { id: apiKeyId, revokedAt: null },
      data: { revokedAt: now },
    });
    if (count === 0) return;
    await showRemainingKey(tx, key.connectionId, now);
    await recordAudit(tx, {
      action: 'api-key.revoked',
      organizationId,
      actor: { id: user.id, name: toPersonName(user) },
      subject: apiKeyId,
      detail: { editor: key.connection.label, hint: key.hint },
    });
    await notify(tx, { kind: 'connection', organizationId, id: key.connectionId });
  });
}

async function showRemainingKey(tx: Transaction, connectionId: string, now: Date): Promise<void> {
  const remaining = await tx.apiKey.findFirst({
    where: { connectionId, revokedAt: null },
    orderBy: { createdAt: 'desc' },
    select: { hint: true },
  });
  await tx.ticketingConnection.update({
    where: { id: connectionId },
    data: { credentialHint: remaining?.hint ?? null, disconnectedAt: remaining ? null : now },
  });
}
