import { type EffectivePerformance, listEffectivePerformances } from '@/domain/declaration/effective';
import { type OtherRevenueKind, otherRevenueKinds } from '@/domain/declaration/bounds';
import type { AmountPair, NeutralDeclaration, Venue } from '@/domain/declaration/neutral';
import { computeTotals, type DeclarationTotals, type Total, toSideTotal, toTotal } from '@/domain/declaration/totals';
import type { Audience, Genre } from '@/domain/genre';
import { assertComplete, requireValue } from '../complete';
import type { AgencyShare } from '../organism';
import { checkSacem } from './check';

/** What the statement says, before it is written: cents, basis points, UTC instants. */
export type SacemStatement = {
  readonly declaredAt: Date;
  readonly organizer: NeutralDeclaration['organization'] & { readonly sacemId: string };
  readonly declarant: NeutralDeclaration['declarant'];
  /** Null for a first declaration. */
  readonly correction: Correction | null;
  readonly title: string;
  readonly genre: Genre;
  readonly producer: NeutralDeclaration['series']['producer'];
  readonly firstStartAt: Date;
  readonly lastStartAt: Date;
  readonly totals: DeclarationTotals;
  readonly ticketingRate: TicketingRate;
  /** Present when other agencies are told the other performances: the expenses below are still those of the whole show. */
  readonly share?: AgencyShare;
  /** Approach costs are inside the total, not added to it. */
  readonly expenses: { readonly total: Total; readonly approach: Total };
  readonly performances: readonly StatementPerformance[];
  /** What goes with the statement. */
  readonly documents: NeutralDeclaration['documents'];
  /** Every place once, in order of first use, with its number of performances. */
  readonly places: readonly { readonly venue: Venue; readonly performances: number }[];
};

/** Which submission a corrective statement is, and the one that it cancels and replaces. */
export type Correction = { readonly number: number; readonly replaces: number; readonly submittedAt: Date };

/** The rate of the entries when it is one and known. */
export type TicketingRate =
  { readonly kind: 'one'; readonly rateBp: number } | { readonly kind: 'several' | 'unknown' };

export type StatementPerformance = {
  readonly id: string;
  readonly startAt: Date;
  readonly audience: Audience;
  readonly venue: Venue;
  readonly capacity: number;
  readonly paidTickets: number;
  readonly freeTickets: number;
  readonly ticketing: Total;
  readonly taxRateBp: number | null;
  /** Only the kinds that earned something. */
  readonly side: readonly { readonly kind: OtherRevenueKind; readonly amounts: AmountPair }[];
  readonly sideTotal: Total;
};

/** The statement of a complete declaration; throws `declaration-incomplete` otherwise. `declaredAt` is its only clock. */
export function toSacemStatement(declaration: NeutralDeclaration, share?: AgencyShare): SacemStatement {
  const declaredAt = new Date(declaration.declaredAt);
  assertComplete(checkSacem(declaration, declaredAt));
  const { organization, series, corrects } = declaration;
  const effective = listEffectivePerformances(declaration);
  const performances = effective.map(toStatementPerformance);
  return {
    declaredAt,
    organizer: { ...organization, sacemId: requireValue(organization.sacemId, 'organization.sacemId') },
    declarant: declaration.declarant,
    correction: corrects ? { ...corrects, submittedAt: new Date(corrects.submittedAt) } : null,
    title: series.name,
    genre: requireValue(series.genre, 'series.genre'),
    producer: series.producer,
    firstStartAt: requireValue(performances.at(0), 'performances').startAt,
    lastStartAt: requireValue(performances.at(-1), 'performances').startAt,
    totals: computeTotals(effective),
    ticketingRate: toTicketingRate(effective),
    expenses: {
      total: toTotal([requireValue(series.expenses.total, 'series.expenses.total')]),
      approach: toTotal([requireValue(series.expenses.approach, 'series.expenses.approach')]),
    },
    performances,
    documents: declaration.documents,
    places: listPlaces(performances),
    ...(share && { share }),
  };
}

function toStatementPerformance(performance: EffectivePerformance): StatementPerformance {
  const { ticketing, otherRevenue } = performance;
  return {
    id: performance.id,
    startAt: new Date(performance.startAt),
    audience: performance.audience,
    venue: requireValue(performance.venue, 'series.venue'),
    capacity: requireValue(performance.capacity, 'series.capacity'),
    paidTickets: ticketing.paidTickets,
    freeTickets: ticketing.freeTickets,
    ticketing: toTotal([ticketing]),
    taxRateBp: performance.taxRateBp,
    side: otherRevenueKinds
      .map((kind) => ({ kind, amounts: otherRevenue[kind] }))
      .filter(({ amounts }) => amounts.includingTaxesCents > 0),
    sideTotal: toSideTotal(performance),
  };
}

/** Performances without revenue have no VAT, so their rate says nothing. */
function toTicketingRate(performances: readonly EffectivePerformance[]): TicketingRate {
  const sold = performances.filter(({ ticketing }) => ticketing.includingTaxesCents > 0);
  const rates = new Set(sold.map(({ taxRateBp }) => taxRateBp));
  const [rateBp] = rates;
  if (rates.size > 1) return { kind: 'several' };
  return rateBp === undefined || rateBp === null ? { kind: 'unknown' } : { kind: 'one', rateBp };
}

function listPlaces(performances: readonly StatementPerformance[]): SacemStatement['places'] {
  const places = new Map<string, { venue: Venue; performances: number }>();
  for (const { venue } of performances) {
    const key = JSON.stringify([venue.name, Object.values(venue.address)]);
    const place = places.get(key) ?? { venue, performances: 0 };
    places.set(key, { ...place, performances: place.performances + 1 });
  }
  return [...places.values()];
}
