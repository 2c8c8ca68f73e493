import { type Deadline, taxDeadline } from '@/domain/calendar';
import { isSameVenue } from '@/domain/declaration/effective';
import type { DeclarationIssue } from '@/domain/declaration/issue';
import type { Address, NeutralDeclaration, Venue } from '@/domain/declaration/neutral';
import { computeTotals, type DeclarationTotals, type Total, toTotal } from '@/domain/declaration/totals';
import type { TaxOrganism } from '@/domain/organism';
import { computeTaxOnShow, hasEntranceCharge, type TaxOnShow, type TaxReason } from '@/domain/tax-on-shows';
import { assertComplete, requireValue } from './complete';

/** What the statement of a tax on shows says, before it is written: cents and UTC instants. */
export type TaxStatement = {
  readonly tax: TaxOrganism;
  readonly declaredAt: Date;
  readonly organizer: NeutralDeclaration['organization'] & { readonly headquarters: Address };
  readonly declarant: NeutralDeclaration['declarant'];
  readonly series: NeutralDeclaration['series'];
  readonly firstStartAt: Date;
  readonly lastStartAt: Date;
  readonly deadline: Deadline;
  readonly totals: DeclarationTotals;
  readonly computation: TaxOnShow;
  /** By start, then id. */
  readonly performances: readonly StatedPerformance[];
};

export type StatedPerformance = {
  readonly id: string;
  readonly startAt: Date;
  readonly venue: Venue;
  readonly capacity: number | null;
  readonly paidTickets: number;
  readonly freeTickets: number;
  readonly ticketing: Total;
  readonly hasEntranceCharge: boolean;
  readonly isTaxable: boolean;
  readonly reason: TaxReason;
};

/** The statement of a declaration without blocking issue; throws `declaration-incomplete` otherwise. `declaredAt` is its clock. */
export function toTaxStatement(
  declaration: NeutralDeclaration,
  tax: TaxOrganism,
  check: (declaration: NeutralDeclaration, now: Date) => readonly DeclarationIssue[],
): TaxStatement {
  const declaredAt = new Date(declaration.declaredAt);
  assertComplete(check(declaration, declaredAt));
  const { organization, series } = declaration;
  const computation = computeTaxOnShow(declaration, tax);
  const performances = computation.performances.map(({ performance, isTaxable, reason }): StatedPerformance => ({
    id: performance.id,
    startAt: new Date(performance.startAt),
    venue: requireValue(performance.venue, 'series.venue'),
    capacity: performance.capacity,
    paidTickets: performance.ticketing.paidTickets,
    freeTickets: performance.ticketing.freeTickets,
    ticketing: toTotal([performance.ticketing]),
    hasEntranceCharge: hasEntranceCharge(performance),
    isTaxable,
    reason,
  }));
  const lastStartAt = requireValue(performances.at(-1), 'performances').startAt;
  return {
    tax,
    declaredAt,
    organizer: {
      ...organization,
      headquarters: requireValue(organization.headquarters, 'organization.headquarters'),
    },
    declarant: declaration.declarant,
    series,
    firstStartAt: requireValue(performances.at(0), 'performances').startAt,
    lastStartAt,
    deadline: taxDeadline(tax, lastStartAt),
    totals: computeTotals(computation.performances.map(({ performance }) => performance)),
    computation,
    performances,
  };
}

/**
 * The performances that this structure declares for the tax: the exempt ones owe nothing, and free ones under a sale contract
 * are declared by the seller of the show.
 */
export function listOwed({ performances, computation }: TaxStatement): readonly StatedPerformance[] {
  const isSellers = computation.sale?.owedBy === 'seller';
  return performances.filter(({ isTaxable, hasEntranceCharge: isPaid }) => isTaxable && (isPaid || !isSellers));
}

/** Places in order of first use, each once. */
export function listVenues(performances: readonly StatedPerformance[]): readonly Venue[] {
  const venues: Venue[] = [];
  for (const { venue } of performances) {
    if (!venues.some((known) => isSameVenue(known, venue))) venues.push(venue);
  }
  return venues;
}
