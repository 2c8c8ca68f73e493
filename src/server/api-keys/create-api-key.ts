import 'server-only';
import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { type createApiKeyInput, type createApiKeyOutput, maxActiveKeys } from './api-key.schema';
import { createKeyToken, type KeyToken } from './key-token';

/**
 * Makes a key for an editor. The first one makes its connection; the next ones join it, so that a replaced key goes on with the same
 * shows. Twenty keys in use at most: `too-many-api-keys` beyond. The key is in the answer and nowhere else.
 */
export async function createApiKey(
  actor: Actor,
  input: z.infer<typeof createApiKeyInput>,
): Promise<z.infer<typeof createApiKeyOutput>> {
  const key = createKeyToken();
  return { id: await storeApiKey(actor, input, key), token: key.token };
}

/** Keeps what there is to keep of a key that was just made, or that the demonstration prints. */
export async function storeApiKey(
  actor: Actor,
  { editor, scopes }: Omit<z.infer<typeof createApiKeyInput>, 'organizationId'>,
  { prefix, secretSha256, hint }: KeyToken,
): Promise<string> {
  const { db, organizationId, user } = actor;
  return db.$transaction(async (tx) => {
    // Keys of one structure are made one after the other: their number is bounded.
    await tx.$queryRaw`SELECT id FROM "Organization" WHERE id = ${organizationId}::uuid FOR UPDATE`;
    const active = await tx.apiKey.count({ where: { connection: { organizationId }, revokedAt: null } });
    if (active >= maxActiveKeys) throw new AppError('too-many-api-keys');
    const connectionId = await claimEditor(tx, organizationId, editor);
    const createdBy = toPersonName(user);
    const { id } = await tx.apiKey.create({
      data: { connectionId, prefix, secretSha256, hint, scopes: [...new Set(scopes)], createdBy },
      select: { id: true },
    });
    await tx.ticketingConnection.update({
      where: { id: connectionId },
      data: { disconnectedAt: null, credentialHint: hint },
    });
    await recordAudit(tx, {
      action: 'api-key.created',
      organizationId,
      actor: { id: user.id, name: createdBy },
      subject: id,
      detail: { editor, hint, scopes: [...scopes] },
    });
    await notify(tx, { kind: 'connection', organizationId, id: connectionId });
    return id;
  });
}

/** The connection of this editor, made at its first key. Capitals do not tell editors apart. */
async function claimEditor(tx: Transaction, organizationId: string, editor: string): Promise<string> {
  await tx.ticketingConnection.createMany({
    data: [{ organizationId, system: 'push', remoteAccount: randomUUID(), label: editor }],
    skipDuplicates: true,
  });
  const [connection] = await tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM "TicketingConnection"
    WHERE "organizationId" = ${organizationId}::uuid AND system = 'push' AND lower(label) = lower(${editor}) FOR UPDATE`;
  if (!connection) throw new Error('an editor that could not be inserted cannot be found');
  return connection.id;
}
