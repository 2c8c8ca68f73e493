import { isFrenchRate, toExcludingTaxes } from '../tax';
import type { TicketFigures } from './figures';

/** What cannot be true of one performance, whoever says it. */
export const arithmeticFaults = [
  'excluding-above-including',
  'foreign-tax-rate',
  'rate-mismatch',
  'paid-tickets-without-revenue',
] as const;
export type ArithmeticFault = (typeof arithmeticFaults)[number];

/** What may be true, and that a person should look at. */
export const arithmeticDoubts = ['rounded-ticket-by-ticket', 'revenue-without-paid-tickets'] as const;
export type ArithmeticDoubt = (typeof arithmeticDoubts)[number];

/** No French rate is above 20 %: whatever the mixture of rates, HT is not below TTC ÷ 1.20. */
const highestRateBp = 2000;

/**
 * Holds the figures of one performance together. Cents and basis points, all integers of 0 or more.
 * A paid ticket brought in one cent at least, so that TTC below the number of paid tickets is a fault. HT must come from TTC and the
 * rate: within one cent it does; within half a cent for each paid ticket, tickets were rounded one by one, a doubt; beyond, a
 * fault. Without a rate (several, or unknown), HT lies between TTC ÷ 1.20 and TTC, with the same half cents.
 */
export function checkArithmetic(figures: TicketFigures): {
  readonly faults: readonly ArithmeticFault[];
  readonly doubts: readonly ArithmeticDoubt[];
} {
  const { includingTaxesCents, excludingTaxesCents, taxRateBp, paidTickets } = figures;
  const faults: ArithmeticFault[] = [];
  const doubts: ArithmeticDoubt[] = [];
  if (includingTaxesCents < paidTickets) faults.push('paid-tickets-without-revenue');
  if (includingTaxesCents > 0 && paidTickets === 0) doubts.push('revenue-without-paid-tickets');
  if (excludingTaxesCents > includingTaxesCents) faults.push('excluding-above-including');
  else if (taxRateBp !== null && !isFrenchRate(taxRateBp)) faults.push('foreign-tax-rate');
  else {
    const gap = toGap(includingTaxesCents, excludingTaxesCents, taxRateBp);
    if (gap > Math.max(1, Math.ceil(paidTickets / 2))) faults.push('rate-mismatch');
    else if (taxRateBp !== null && gap > 1) doubts.push('rounded-ticket-by-ticket');
  }
  return { faults, doubts };
}

/** Cents between HT and what it may be. */
function toGap(includingTaxesCents: number, excludingTaxesCents: number, taxRateBp: number | null): number {
  if (taxRateBp !== null) return Math.abs(excludingTaxesCents - toExcludingTaxes(includingTaxesCents, taxRateBp));
  return Math.max(0, toExcludingTaxes(includingTaxesCents, highestRateBp) - excludingTaxesCents);
}
