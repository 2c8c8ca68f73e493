import { sumCents } from '../money';
import { type OtherRevenueKind, otherRevenueKinds } from './bounds';
import type { AmountPair } from './neutral';

/** A pair being typed: null where nothing is, counted as 0. */
export type DraftPair = { readonly excludingTaxesCents: number | null; readonly includingTaxesCents: number | null };

/** What totals need of a performance: a neutral one, or the values of a form while somebody types. */
export type CountedPerformance = {
  readonly ticketing: DraftPair & { readonly paidTickets: number | null; readonly freeTickets: number | null };
  readonly otherRevenue: Readonly<Record<OtherRevenueKind, DraftPair>>;
};

/** HT, TTC and their difference, in cents. */
export type Total = AmountPair & { readonly vatCents: number };

export type DeclarationTotals = {
  readonly performances: number;
  readonly paidTickets: number;
  readonly freeTickets: number;
  readonly ticketing: Total;
  readonly otherRevenue: Readonly<Record<OtherRevenueKind, Total>>;
  /** Bar, catering, programmes and other together. */
  readonly side: Total;
  /** Ticketing and side revenue together. */
  readonly revenue: Total;
};

/**
 * Totals of a declaration: sums of the rounded performances, so that the statement adds up on paper. VAT is TTC − HT,
 * never recomputed from a rate. Zeros when there is no performance.
 */
export function computeTotals(performances: readonly CountedPerformance[]): DeclarationTotals {
  const ticketing = toTotal(performances.map((performance) => performance.ticketing));
  const totalOf = (kind: OtherRevenueKind) => toTotal(performances.map(({ otherRevenue }) => otherRevenue[kind]));
  const otherRevenue = {
    bar: totalOf('bar'),
    catering: totalOf('catering'),
    programmes: totalOf('programmes'),
    other: totalOf('other'),
  };
  const side = toTotal(otherRevenueKinds.map((kind) => otherRevenue[kind]));
  return {
    performances: performances.length,
    paidTickets: sumCents(performances.map((performance) => performance.ticketing.paidTickets ?? 0)),
    freeTickets: sumCents(performances.map((performance) => performance.ticketing.freeTickets ?? 0)),
    ticketing,
    otherRevenue,
    side,
    revenue: toTotal([ticketing, side]),
  };
}

/** Totals of several declarations together. Zeros for none. */
export function addTotals(totals: readonly DeclarationTotals[]): DeclarationTotals {
  const totalOf = (kind: OtherRevenueKind) => toTotal(totals.map(({ otherRevenue }) => otherRevenue[kind]));
  return {
    performances: sumCents(totals.map(({ performances }) => performances)),
    paidTickets: sumCents(totals.map(({ paidTickets }) => paidTickets)),
    freeTickets: sumCents(totals.map(({ freeTickets }) => freeTickets)),
    ticketing: toTotal(totals.map(({ ticketing }) => ticketing)),
    otherRevenue: {
      bar: totalOf('bar'),
      catering: totalOf('catering'),
      programmes: totalOf('programmes'),
      other: totalOf('other'),
    },
    side: toTotal(totals.map(({ side }) => side)),
    revenue: toTotal(totals.map(({ revenue }) => revenue)),
  };
}

/** Sum of pairs with its VAT; zeros for an empty list. */
export function toTotal(pairs: readonly DraftPair[]): Total {
  const excludingTaxesCents = sumCents(pairs.map((pair) => pair.excludingTaxesCents ?? 0));
  const includingTaxesCents = sumCents(pairs.map((pair) => pair.includingTaxesCents ?? 0));
  return { excludingTaxesCents, includingTaxesCents, vatCents: includingTaxesCents - excludingTaxesCents };
}

/** Side revenue of one performance: its four kinds together. */
export function toSideTotal(performance: Pick<CountedPerformance, 'otherRevenue'>): Total {
  return toTotal(otherRevenueKinds.map((kind) => performance.otherRevenue[kind]));
}

/** Average price of a paid ticket TTC in cents, half a cent up; null when no ticket was paid: there is no such average. */
export function toAveragePriceCents(includingTaxesCents: number, paidTickets: number): number | null {
  return paidTickets === 0 ? null : Math.floor((2 * includingTaxesCents + paidTickets) / (2 * paidTickets));
}
