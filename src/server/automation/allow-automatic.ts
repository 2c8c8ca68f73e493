import 'server-only';
import type * as z from 'zod/mini';
import { isInFlight } from '@/domain/declaration/lock';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { type allowAutomaticInput, type AutomaticView } from './automation.schema';
import { findAutomaticDeclaration, toAutomaticView } from './get-automatic';

/**
 * Lets a declaration leave by itself once everything is complete, in the name of the person who allows it. Allowed already: nothing
 * changes, and the first permission stands. Errors: `not-found` for a declaration that is not theirs or was not chosen,
 * `already-being-sent`, `already-accepted`, `declaration-locked` for one that is no draft any more.
 */
export async function allowAutomatic(
  { db, organizationId, user }: Actor,
  { seriesId, organism }: z.infer<typeof allowAutomaticInput>,
): Promise<AutomaticView> {
  const now = new Date();
  const by = toPersonName(user);
  return db.$transaction(async (tx) => {
    // The lock of every change of a show: two people who allow at once do so one after the other.
    await tx.$queryRaw`SELECT id FROM "Series" WHERE id = ${seriesId}::uuid AND "organizationId" = ${organizationId}::uuid FOR UPDATE`;
    const {
      id: declarationId,
      state,
      automatic,
    } = await findAutomaticDeclaration(tx, { organizationId, seriesId, organism });
    if (state === 'accepted' || state === 'sent') throw new AppError('already-accepted');
    if (state !== 'draft') throw new AppError(isInFlight(state) ? 'already-being-sent' : 'declaration-locked', state);
    if (!automatic || automatic.stoppedAt !== null || automatic.sentAt !== null) {
      const permission = { allowedById: user.id, allowedBy: by, allowedAt: now };
      const anew = {
        plannedFor: null,
        announcedAt: null,
        sentAt: null,
        stoppedAt: null,
        stoppedBy: null,
        stopReason: null,
      };
      await tx.automaticTransmission.upsert({
        where: { declarationId },
        create: { declarationId, ...permission },
        update: { ...permission, ...anew },
      });
      await recordAudit(tx, {
        action: 'automatic.allowed',
        organizationId,
        actor: { id: user.id, name: by },
        subject: seriesId,
        detail: { organism, truthful: true },
      });
      await notify(tx, { kind: 'series', organizationId, id: seriesId, by });
    }
    return toAutomaticView(await findAutomaticDeclaration(tx, { organizationId, seriesId, organism }));
  });
}
