import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { isUniqueViolation } from '@/server/db/is-unique-violation';
import { type SignedInContext } from '@/server/trpc/context';
import { type CreateOrganizationInput, type createOrganizationOutput } from './create-organization.schema';

/** Makes the structure and its author a member of it. One structure per SIRET: a second one is refused. */
export async function createOrganization(
  { db, user }: SignedInContext,
  { name, siret, address }: CreateOrganizationInput,
): Promise<z.infer<typeof createOrganizationOutput>> {
  try {
    return await db.$transaction(async (tx) => {
      const { id } = await tx.organization.create({
        data: { name, siret, siren: siret.slice(0, 9), ...address, memberships: { create: { userId: user.id } } },
        select: { id: true },
      });
      await recordAudit(tx, {
        action: 'organization.created',
        organizationId: id,
        actor: { id: user.id, name: `${user.firstname} ${user.lastname}` },
        subject: id,
        detail: { name, siret },
      });
      return { organizationId: id };
    });
  } catch (error) {
    if (isUniqueViolation(error)) throw new AppError('organization-already-registered', 'this SIRET is known');
    throw error;
  }
}
