import 'server-only';
import { type AmountPair, type Venue } from '@/domain/declaration/neutral';
import { type Draft, type DraftPerformance } from '@/domain/declaration/draft';
import { venueKinds } from '@/domain/venue-kind';
import { type Prisma } from '@/server/db/generated/client';

const venueSelect = {
  select: { name: true, street: true, postalCode: true, city: true, countryCode: true, kind: true },
} as const;

/** Everything a draft is made of; performances in order of start, then id. */
export const seriesRowInclude = {
  organization: true,
  venue: venueSelect,
  performances: { include: { venue: venueSelect }, orderBy: [{ startAt: 'asc' }, { id: 'asc' }] },
} as const satisfies Prisma.SeriesInclude;

export type SeriesRow = Prisma.SeriesGetPayload<{ include: typeof seriesRowInclude }>;
type PerformanceRow = SeriesRow['performances'][number];
type VenueRow = NonNullable<SeriesRow['venue']>;

/** The one place where rows become a draft: BIGINT cents to numbers (exact, bounded by CHECK), dates to UTC instants. */
export function toDraft(row: SeriesRow): Draft {
  const { organization } = row;
  return {
    organization: {
      id: organization.id,
      name: organization.name,
      siren: organization.siren,
      siret: organization.siret,
      headquarters: toHeadquarters(organization),
      sacemId: organization.sacemId,
      sacdId: organization.sacdId,
      licenceNumbers: organization.licenceNumbers,
      isSubsidised: organization.isSubsidised,
    },
    series: {
      id: row.id,
      name: row.name,
      genre: row.genre,
      audience: row.audience,
      producer:
        row.producerName !== null && row.producerSiren !== null
          ? { name: row.producerName, siren: row.producerSiren }
          : null,
      venue: toVenue(row.venue),
      capacity: row.capacity,
      taxRateBp: row.taxRateBp,
      expenses: {
        total: toNullablePair(row.totalExpensesExcludingCents, row.totalExpensesIncludingCents),
        approach: toNullablePair(row.approachExcludingCents, row.approachIncludingCents),
        circus: toNullablePair(row.circusExcludingCents, row.circusIncludingCents),
      },
      salePrice: toNullablePair(row.salePriceExcludingCents, row.salePriceIncludingCents),
      hasPrivateContract: row.hasPrivateContract,
      schoolSessionsExempt: row.schoolSessionsExempt,
      artists: row.artists,
      author: row.author,
      director: row.director,
    },
    performances: row.performances.map(toDraftPerformance),
  };
}

function toDraftPerformance(row: PerformanceRow): DraftPerformance {
  return {
    id: row.id,
    startAt: row.startAt.toISOString(),
    endAt: row.endAt?.toISOString() ?? null,
    imported: {
      ...toPair(row.importedExcludingCents, row.importedIncludingCents),
      taxRateBp: row.importedTaxRateBp,
      paidTickets: row.importedPaidTickets,
      freeTickets: row.importedFreeTickets,
      importedAt: row.importedAt.toISOString(),
    },
    corrected: {
      amounts: toNullablePair(row.correctedExcludingCents, row.correctedIncludingCents),
      taxRateBp: row.correctedTaxRateBp,
      paidTickets: row.correctedPaidTickets,
      freeTickets: row.correctedFreeTickets,
    },
    correction:
      row.correctedAt !== null && row.correctedBy !== null
        ? { by: row.correctedBy, at: row.correctedAt.toISOString() }
        : null,
    otherRevenue: {
      bar: toPair(row.barExcludingCents, row.barIncludingCents),
      catering: toPair(row.cateringExcludingCents, row.cateringIncludingCents),
      programmes: toPair(row.programmesExcludingCents, row.programmesIncludingCents),
      other: toPair(row.otherExcludingCents, row.otherIncludingCents),
    },
    overrides: {
      venue: toVenue(row.venue),
      capacity: row.capacity,
      audience: row.audience,
      taxRateBp: row.taxRateBp,
    },
    gone: row.goneAt !== null,
    absence: { kept: row.keptWhenGone },
  };
}

export function toVenue(row: VenueRow | null): Venue | null {
  if (row === null) return null;
  const { name, street, postalCode, city, countryCode } = row;
  const kind = venueKinds.find((known) => known === row.kind);
  return { name, address: { street, postalCode, city, countryCode }, ...(kind && { kind }) };
}

function toHeadquarters(row: SeriesRow['organization']): Draft['organization']['headquarters'] {
  const { street, postalCode, city, countryCode } = row;
  return street !== null && postalCode !== null && city !== null ? { street, postalCode, city, countryCode } : null;
}

function toPair(excluding: bigint, including: bigint): AmountPair {
  return { excludingTaxesCents: Number(excluding), includingTaxesCents: Number(including) };
}

function toNullablePair(excluding: bigint | null, including: bigint | null): AmountPair | null {
  return excluding !== null && including !== null ? toPair(excluding, including) : null;
}
