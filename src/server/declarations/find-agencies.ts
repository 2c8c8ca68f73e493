import 'server-only';
import { type AgencyPlace, listAgencyCodes } from '@/declarations/agencies/list-agency-codes';
import { type TransmittableOrganism } from '@/domain/organism';
import { type Database, type Transaction } from '@/server/db/client';

export type FoundAgency = { readonly id: string; readonly name: string; readonly email: string };

/** Who serves a place, the most precise code winning; null when nobody does. */
export type FindAgency = (place: AgencyPlace) => FoundAgency | null;

/** The local offices of an organism for these places: one query, whatever their number. */
export async function findAgencies(
  db: Database | Transaction,
  organism: TransmittableOrganism,
  places: readonly AgencyPlace[],
): Promise<FindAgency> {
  const codes = new Set(places.flatMap((place) => listAgencyCodes(organism, place)));
  const rows = await db.agencyPostalCode.findMany({
    where: { organism, code: { in: [...codes] } },
    select: { code: true, agency: { select: { id: true, name: true, email: true } } },
  });
  const agencies = new Map(rows.map(({ code, agency }) => [code, agency]));
  return (place) => {
    const held = listAgencyCodes(organism, place).find((code) => agencies.has(code));
    return (held !== undefined && agencies.get(held)) || null;
  };
}
