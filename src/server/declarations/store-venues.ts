import 'server-only';
import { type Venue } from '@/domain/declaration/neutral';
import { type Transaction } from '@/server/db/client';
import { type SeriesRow, toVenue } from './series-row';

/** Ids of venues by their whole content. */
export type VenueIds = ReadonlyMap<string, string>;

export function toVenueKey(venue: Venue): string {
  const { name, address } = venue;
  return JSON.stringify([name, address.street, address.postalCode, address.city, address.countryCode]);
}

/** Venues that a show and its performances have now. */
export function listVenueIds(row: SeriesRow): VenueIds {
  const used = [{ venueId: row.venueId, venue: row.venue }, ...row.performances];
  return new Map(
    used.flatMap(({ venueId, venue }) => {
      const content = toVenue(venue);
      return venueId !== null && content !== null ? [[toVenueKey(content), venueId] as const] : [];
    }),
  );
}

/**
 * Ids of all these venues, within one structure: those known already, and for the others the row of the same content, made if
 * there is none. Nothing is asked of the database when all are known.
 */
export async function storeVenues(
  tx: Transaction,
  organizationId: string,
  known: VenueIds,
  venues: readonly Venue[],
): Promise<VenueIds> {
  const missing = new Map(venues.map((venue) => [toVenueKey(venue), venue] as const));
  for (const key of known.keys()) missing.delete(key);
  if (missing.size === 0) return known;
  await lockVenues(tx, organizationId);
  const rows = [...missing.values()].map(({ name, address }) => ({ organizationId, name, ...address }));
  await tx.venue.createMany({ data: rows, skipDuplicates: true });
  const stored = await tx.venue.findMany({ where: { organizationId, OR: rows } });
  const found = stored.map((row) => {
    const { name, street, postalCode, city, countryCode } = row;
    return [toVenueKey({ name, address: { street, postalCode, city, countryCode } }), row.id] as const;
  });
  return new Map([...known, ...found]);
}

/** Deletes those of these venues that nothing uses any more. */
export async function removeUnusedVenues(
  tx: Transaction,
  organizationId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await lockVenues(tx, organizationId);
  await tx.venue.deleteMany({
    where: { organizationId, id: { in: [...ids] }, series: { none: {} }, performances: { none: {} } },
  });
}

/** Until the end of the transaction: nobody takes a venue up while another is about to delete it. */
async function lockVenues(tx: Transaction, organizationId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`venues:${organizationId}`}, 0))`;
}
