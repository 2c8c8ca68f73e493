import 'server-only';
import { listAgencyCodes } from '@/declarations/agencies/list-agency-codes';
import { type TransmittableOrganism } from '@/domain/organism';
import { type Database, type Transaction } from '@/server/db/client';

export type FoundAgency = { readonly name: string; readonly email: string };

/** The local office of an organism for a venue; null when no postal code is known or nobody holds it. */
export async function findAgency(
  db: Database | Transaction,
  organism: TransmittableOrganism,
  postalCode: string | null,
): Promise<FoundAgency | null> {
  if (postalCode === null) return null;
  const codes = [...listAgencyCodes(organism, postalCode)];
  const matches = await db.agencyPostalCode.findMany({
    where: { organism, code: { in: codes } },
    select: { code: true, agency: { select: { name: true, email: true } } },
  });
  const [best] = matches.sort((left, right) => right.code.length - left.code.length);
  return best?.agency ?? null;
}
