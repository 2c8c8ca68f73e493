import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { toPersonName } from '@/server/declarations/to-person-name';
import { type Actor } from '@/server/trpc/context';
import { type setVenueKindInput } from './quarter.schema';

/** Says what kind of place this is, once for every show played there. */
export async function setVenueKind(
  { db, organizationId, user }: Actor,
  { venueId, kind }: z.infer<typeof setVenueKindInput>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.venue.updateMany({ where: { id: venueId, organizationId }, data: { kind } });
    if (count === 0) throw new AppError('not-found');
    await recordAudit(tx, {
      action: 'venue.kind-given',
      organizationId,
      actor: { id: user.id, name: toPersonName(user) },
      subject: venueId,
      detail: { kind },
    });
  });
}
