import 'server-only';
import { type DraftPerformance } from '@/domain/declaration/draft';
import { type Transaction } from '@/server/db/client';
import { toVenueKey, type VenueIds } from './store-venues';

/** Writes what people said of these performances, all in one statement. `imported…` and dates are not theirs to write. */
export async function writePerformances(
  tx: Transaction,
  seriesId: string,
  performances: readonly DraftPerformance[],
  venues: VenueIds,
): Promise<void> {
  if (performances.length === 0) return;
  const rows = JSON.stringify(performances.map((performance) => toRow(performance, venues)));
  await tx.$executeRaw`
    UPDATE "Performance" AS p SET
      "correctedExcludingCents" = v."correctedExcludingCents",
      "correctedIncludingCents" = v."correctedIncludingCents",
      "correctedTaxRateBp" = v."correctedTaxRateBp",
      "correctedPaidTickets" = v."correctedPaidTickets",
      "correctedFreeTickets" = v."correctedFreeTickets",
      "correctedAt" = v."correctedAt",
      "correctedBy" = v."correctedBy",
      "barExcludingCents" = v."barExcludingCents",
      "barIncludingCents" = v."barIncludingCents",
      "cateringExcludingCents" = v."cateringExcludingCents",
      "cateringIncludingCents" = v."cateringIncludingCents",
      "programmesExcludingCents" = v."programmesExcludingCents",
      "programmesIncludingCents" = v."programmesIncludingCents",
      "otherExcludingCents" = v."otherExcludingCents",
      "otherIncludingCents" = v."otherIncludingCents",
      "venueId" = v."venueId",
      capacity = v.capacity,
      audience = v.audience,
      "taxRateBp" = v."taxRateBp",
      "keptWhenGone" = CASE WHEN p."goneAt" IS NULL THEN NULL ELSE v."keptWhenGone" END
    FROM jsonb_populate_recordset(NULL::"Performance", ${rows}::jsonb) AS v
    WHERE p.id = v.id AND p."seriesId" = ${seriesId}::uuid`;
}

/** Names of columns, so that PostgreSQL reads the rows with the table's own types. */
function toRow(performance: DraftPerformance, venues: VenueIds) {
  const { corrected, correction, otherRevenue, overrides } = performance;
  return {
    id: performance.id,
    correctedExcludingCents: corrected.amounts?.excludingTaxesCents ?? null,
    correctedIncludingCents: corrected.amounts?.includingTaxesCents ?? null,
    correctedTaxRateBp: corrected.taxRateBp,
    correctedPaidTickets: corrected.paidTickets,
    correctedFreeTickets: corrected.freeTickets,
    correctedAt: correction?.at ?? null,
    correctedBy: correction?.by ?? null,
    barExcludingCents: otherRevenue.bar.excludingTaxesCents,
    barIncludingCents: otherRevenue.bar.includingTaxesCents,
    cateringExcludingCents: otherRevenue.catering.excludingTaxesCents,
    cateringIncludingCents: otherRevenue.catering.includingTaxesCents,
    programmesExcludingCents: otherRevenue.programmes.excludingTaxesCents,
    programmesIncludingCents: otherRevenue.programmes.includingTaxesCents,
    otherExcludingCents: otherRevenue.other.excludingTaxesCents,
    otherIncludingCents: otherRevenue.other.includingTaxesCents,
    venueId: overrides.venue && venues.get(toVenueKey(overrides.venue)),
    capacity: overrides.capacity,
    audience: overrides.audience,
    taxRateBp: overrides.taxRateBp,
    keptWhenGone: performance.absence.kept,
  };
}
