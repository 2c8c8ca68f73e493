import 'server-only';
import { type DraftPatch } from '@/domain/declaration/draft';
import { type AmountPair } from '@/domain/declaration/neutral';
import { type Transaction } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';
import { toVenueKey, type VenueIds } from './store-venues';

type SeriesPatch = NonNullable<DraftPatch['series']>;

/** Writes what the patch names of the show; absent fields are untouched, null empties. */
export async function writeSeries(
  tx: Transaction,
  seriesId: string,
  patch: SeriesPatch | undefined,
  venues: VenueIds,
): Promise<void> {
  if (!patch) return;
  const { genre, audience, capacity, taxRateBp, producer, venue, expenses } = patch;
  const { salePrice, hasPrivateContract, schoolSessionsExempt, artists, author, director } = patch;
  const data: Prisma.SeriesUncheckedUpdateInput = {
    genre,
    audience,
    capacity,
    taxRateBp,
    hasPrivateContract,
    schoolSessionsExempt,
    artists,
    author,
    director,
    ...(producer !== undefined && { producerName: producer?.name ?? null, producerSiren: producer?.siren ?? null }),
    ...(venue !== undefined && { venueId: venue && venues.get(toVenueKey(venue)) }),
    ...toPairData(expenses?.total, 'totalExpensesExcludingCents', 'totalExpensesIncludingCents'),
    ...toPairData(expenses?.approach, 'approachExcludingCents', 'approachIncludingCents'),
    ...toPairData(expenses?.circus, 'circusExcludingCents', 'circusIncludingCents'),
    ...toPairData(salePrice, 'salePriceExcludingCents', 'salePriceIncludingCents'),
  };
  await tx.series.update({ where: { id: seriesId }, data });
}

function toPairData<Excluding extends string, Including extends string>(
  pair: AmountPair | null | undefined,
  excluding: Excluding,
  including: Including,
) {
  if (pair === undefined) return {};
  return { [excluding]: pair?.excludingTaxesCents ?? null, [including]: pair?.includingTaxesCents ?? null };
}
