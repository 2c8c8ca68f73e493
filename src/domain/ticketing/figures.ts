import { sumCents } from '../money';
import { toExcludingTaxesOfGroups } from '../tax';

/**
 * A ticket sold and still valid, with what was really paid for it. Its rate may be unknown (null) when it is free.
 */
export type CountedTicket = { readonly includingTaxesCents: number; readonly taxRateBp: number | null };

export type TicketFigures = {
  readonly includingTaxesCents: number;
  readonly excludingTaxesCents: number;
  readonly taxRateBp: number | null;
  readonly paidTickets: number;
  readonly freeTickets: number;
};

/**
 * The running count of one performance, so that tickets need not be kept: its size depends on the rates, not on the tickets.
 * Plain data, which JSON carries whole.
 */
export type TicketTally = {
  /** Cents including taxes of the paid tickets, by rate in basis points. */
  readonly paidCents: Record<string, number>;
  paidTickets: number;
  freeTickets: number;
  /** Rates of the free tickets, each once; null when a free ticket has none. */
  readonly freeRates: (number | null)[];
};

export function createTally(): TicketTally {
  return { paidCents: {}, paidTickets: 0, freeTickets: 0, freeRates: [] };
}

/**
 * Adds one counted ticket. Free means that 0 was paid, whatever the tariff is called.
 * Throws a RangeError for a paid ticket without rate: its HT cannot be known, the caller must have left it out.
 */
export function countTicket(tally: TicketTally, { includingTaxesCents, taxRateBp }: CountedTicket): void {
  if (includingTaxesCents === 0) {
    tally.freeTickets += 1;
    if (!tally.freeRates.includes(taxRateBp)) tally.freeRates.push(taxRateBp);
    return;
  }
  if (taxRateBp === null) throw new RangeError('a paid ticket needs a tax rate');
  tally.paidCents[taxRateBp] = sumCents([tally.paidCents[taxRateBp] ?? 0, includingTaxesCents]);
  tally.paidTickets += 1;
}

/**
 * Adds the counted tickets of one tariff, summed beforehand by who learns the rate last. Throws a RangeError for paid tickets
 * without rate.
 */
export function countTariff(
  tally: TicketTally,
  tariff: Pick<TicketTally, 'paidTickets' | 'freeTickets'> & {
    readonly includingTaxesCents: number;
    readonly taxRateBp: number | null;
  },
): void {
  const { includingTaxesCents, taxRateBp, paidTickets, freeTickets } = tariff;
  if (freeTickets > 0 && !tally.freeRates.includes(taxRateBp)) tally.freeRates.push(taxRateBp);
  tally.freeTickets += freeTickets;
  if (paidTickets === 0) return;
  if (taxRateBp === null) throw new RangeError('a paid ticket needs a tax rate');
  tally.paidCents[taxRateBp] = sumCents([tally.paidCents[taxRateBp] ?? 0, includingTaxesCents]);
  tally.paidTickets += paidTickets;
}

/**
 * Figures of one performance. HT: cents grouped by rate, divided exactly, rounded once, half up. Rate: that of the paid tickets when
 * they agree; of the free ones when there are only free ones; null when they differ or none is known. Zeros without any ticket.
 */
export function toTicketFigures(tally: TicketTally): TicketFigures {
  const groups = Object.entries(tally.paidCents).map(([rate, cents]) => ({
    includingTaxesCents: cents,
    taxRateBp: Number(rate),
  }));
  return {
    includingTaxesCents: sumCents(groups.map((group) => group.includingTaxesCents)),
    excludingTaxesCents: toExcludingTaxesOfGroups(groups),
    taxRateBp: findCommonRate(tally.paidTickets > 0 ? groups.map((group) => group.taxRateBp) : tally.freeRates),
    paidTickets: tally.paidTickets,
    freeTickets: tally.freeTickets,
  };
}

/** Figures of one performance from its counted tickets, all at hand. Errors as `countTicket`. */
export function computeTicketFigures(tickets: readonly CountedTicket[]): TicketFigures {
  const tally = createTally();
  for (const ticket of tickets) countTicket(tally, ticket);
  return toTicketFigures(tally);
}

function findCommonRate(rates: readonly (number | null)[]): number | null {
  const [rate = null] = rates;
  return rates.length === 1 ? rate : null;
}
