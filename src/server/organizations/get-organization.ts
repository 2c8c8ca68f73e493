import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { type Actor } from '@/server/trpc/context';
import { type getOrganizationOutput, type organizationScope } from './get-organization.schema';

/** The structure as its declarations name it. */
export async function getOrganization(
  actor: Actor,
  _input: z.infer<typeof organizationScope>,
): Promise<z.infer<typeof getOrganizationOutput>> {
  const found = await actor.db.organization.findUnique({ where: { id: actor.organizationId } });
  if (!found) throw new AppError('not-found');
  const { name, siren, siret, street, postalCode, city, countryCode, sacemId, sacdId, licenceNumbers, isSubsidised } =
    found;
  const headquarters =
    street !== null && postalCode !== null && city !== null ? { street, postalCode, city, countryCode } : null;
  return { id: found.id, name, siren, siret, headquarters, sacemId, sacdId, licenceNumbers, isSubsidised };
}
