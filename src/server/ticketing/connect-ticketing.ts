import 'server-only';
import type * as z from 'zod/mini';
import { type Credentials } from '@/connectors/connector';
import { AppError } from '@/domain/errors';
import { type TicketingSystem } from '@/domain/ticketing/model';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { type Actor } from '@/server/trpc/context';
import { type connectTicketingInput, type connectTicketingOutput } from './connect-ticketing.schema';
import { sealCredentials, toCredentialHint } from './credentials';
import { startRun } from './start-run';
import { toAuditActor } from './to-audit-actor';
import { tryCredentials } from './try-credentials';

/**
 * Tries the keys, then keeps them encrypted and starts the first synchronisation. An account that was disconnected comes back
 * with its history; one that is connected already is `connection-already-exists`.
 */
export async function connectTicketing(
  actor: Actor,
  { system, accessKey, secretKey }: z.infer<typeof connectTicketingInput>,
): Promise<z.infer<typeof connectTicketingOutput>> {
  const credentials = { accessKey, secretKey };
  return storeConnection(actor, system, credentials, await tryCredentials(actor.db, system, credentials));
}

/** Keeps keys that were tried, or that the demonstration knows to be right. */
export async function storeConnection(
  actor: Actor,
  system: TicketingSystem,
  credentials: Credentials,
  { account, label }: { readonly account: string; readonly label: string },
): Promise<z.infer<typeof connectTicketingOutput>> {
  const { organizationId } = actor;
  return actor.db.$transaction(async (tx) => {
    const { id, resumed } = await claimAccount(tx, { organizationId, system, remoteAccount: account });
    // The keys are closed for their row, which has to exist first.
    const connection = await tx.ticketingConnection.update({
      where: { id },
      data: {
        label,
        credentials: sealCredentials(credentials, id),
        credentialHint: toCredentialHint(credentials.secretKey),
        disconnectedAt: null,
        consecutiveFailures: 0,
        lastErrorAt: null,
        lastErrorCode: null,
        userToldAt: null,
      },
    });
    await recordAudit(tx, {
      action: resumed ? 'connection.resumed' : 'connection.created',
      organizationId,
      actor: toAuditActor(actor),
      subject: id,
      detail: { system, label },
    });
    await startRun(tx, connection, 'connection', { now: new Date(), correlationId: actor.correlationId });
    return { connectionId: id, resumed };
  });
}

/** The row of this account, locked: two people who connect it together make one connection, and the second is told. */
async function claimAccount(
  tx: Transaction,
  identity: { organizationId: string; system: TicketingSystem; remoteAccount: string },
): Promise<{ id: string; resumed: boolean }> {
  const [created] = await tx.ticketingConnection.createManyAndReturn({
    data: [{ ...identity, label: '' }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (created) return { id: created.id, resumed: false };
  const [known] = await tx.$queryRaw<{ id: string; connected: boolean }[]>`
    SELECT id, "disconnectedAt" IS NULL AS connected FROM "TicketingConnection"
    WHERE "organizationId" = ${identity.organizationId}::uuid AND system = ${identity.system}::"TicketingSource"
      AND "remoteAccount" = ${identity.remoteAccount} FOR UPDATE`;
  if (!known || known.connected) throw new AppError('connection-already-exists');
  return { id: known.id, resumed: true };
}
