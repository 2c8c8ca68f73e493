import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { type Actor } from '@/server/trpc/context';
import { type replaceCredentialsInput } from './connect-ticketing.schema';
import { sealCredentials, toCredentialHint } from './credentials';
import { startRun } from './start-run';
import { toAuditActor } from './to-audit-actor';
import { tryCredentials } from './try-credentials';

/** Other keys of the same account, tried first; a synchronisation follows at once. Keys of another account are refused. */
export async function replaceCredentials(actor: Actor, input: z.infer<typeof replaceCredentialsInput>): Promise<void> {
  const { organizationId } = actor;
  const where = { id: input.connectionId, organizationId };
  const known = await actor.db.ticketingConnection.findFirst({ where });
  if (!known) throw new AppError('not-found');
  if (known.disconnectedAt) throw new AppError('connection-disconnected');
  const credentials = { accessKey: input.accessKey, secretKey: input.secretKey };
  const { account } = await tryCredentials(actor.db, known.system, credentials);
  if (account !== known.remoteAccount) {
    throw new AppError('invalid-credentials', 'the keys of another account', { reason: 'other-account' });
  }
  await actor.db.$transaction(async (tx) => {
    const { count } = await tx.ticketingConnection.updateMany({
      where: { ...where, disconnectedAt: null },
      data: {
        credentials: sealCredentials(credentials, known.id),
        credentialHint: toCredentialHint(input.secretKey),
        consecutiveFailures: 0,
        userToldAt: null,
      },
    });
    if (count === 0) throw new AppError('connection-disconnected');
    await recordAudit(tx, {
      action: 'connection.credentials-replaced',
      organizationId,
      actor: toAuditActor(actor),
      subject: known.id,
      detail: { label: known.label },
    });
    await startRun(tx, known, 'user', { now: new Date(), correlationId: actor.correlationId });
  });
}
