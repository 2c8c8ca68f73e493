import { isSameVenue } from '@/domain/declaration/effective';
import type { Venue } from '@/domain/declaration/neutral';
import { sumCents } from '@/domain/money';
import { listOwed, listVenues, type StatedPerformance, type TaxStatement } from '../tax-statement';

/** One paper form: one place and one case. */
export type AstpForm = {
  readonly venue: Venue;
  /** 1: entrance is charged; 2: it is free. */
  readonly kind: 1 | 2;
  /** By start, then id; at least one. */
  readonly performances: readonly [StatedPerformance, ...StatedPerformance[]];
  readonly paidTickets: number;
  readonly ticketingCents: number;
  /** Case 2: the sale contract excluding VAT, on its first form only since it counts once; null on the others and in case 1. */
  readonly saleCents: number | null;
};

/**
 * The forms of a show: a tour needs one per place, a place with free and paid dates one per case. Exempt performances are on
 * none, nor are free ones whose tax the seller of the show owes: the seller declares them.
 */
export function listAstpForms(statement: TaxStatement): readonly AstpForm[] {
  const { sale } = statement.computation;
  const owed = listOwed(statement);
  const forms: AstpForm[] = [];
  for (const venue of listVenues(owed)) {
    for (const kind of [1, 2] as const) {
      const [first, ...others] = owed.filter(
        (performance) => isSameVenue(performance.venue, venue) && performance.hasEntranceCharge === (kind === 1),
      );
      if (!first) continue;
      const held = [first, ...others] as const;
      const isFirstFree = kind === 2 && forms.every((form) => form.kind === 1);
      forms.push({
        venue,
        kind,
        performances: held,
        paidTickets: sumCents(held.map(({ paidTickets }) => paidTickets)),
        ticketingCents: sumCents(held.map(({ ticketing }) => ticketing.excludingTaxesCents)),
        saleCents: isFirstFree ? (sale?.baseCents ?? null) : null,
      });
    }
  }
  return forms;
}
