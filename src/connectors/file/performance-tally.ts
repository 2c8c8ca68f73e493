import type { RowFigures } from './read-row-figures';
import { maxAmountCents, maxTickets } from '@/domain/declaration/bounds';
import { legalRatesBp, toExcludingTaxes, toExcludingTaxesOfGroups } from '@/domain/tax';
import type { ImportedPerformance } from '@/domain/ticketing/import/reading';

/** The running sums of one performance: their size depends on the rates, not on the tickets. */
export type PerformanceTally = {
  paidTickets: number;
  freeTickets: number;
  includingTaxesCents: number;
  /** HT printed by the file, summed. */
  printedCents: number;
  /** TTC without printed HT, by rate. */
  readonly centsByRate: Map<number, number>;
  /** TTC of which neither HT nor rate is known. */
  unknownCents: number;
  readonly paidRates: Set<number | null>;
  readonly freeRates: Set<number | null>;
  /** Legal rates under which the HT of every row without rate is right to the cent; null before the first such row. */
  fittingRates: readonly number[] | null;
};

export function createTally(): PerformanceTally {
  return {
    paidTickets: 0,
    freeTickets: 0,
    includingTaxesCents: 0,
    printedCents: 0,
    centsByRate: new Map(),
    unknownCents: 0,
    paidRates: new Set(),
    freeRates: new Set(),
    fittingRates: null,
  };
}

export function addRow(tally: PerformanceTally, row: RowFigures): void {
  const { includingTaxesCents: cents, excludingTaxesCents: printed, taxRateBp } = row;
  tally.paidTickets += row.paidTickets;
  tally.freeTickets += row.freeTickets;
  tally.includingTaxesCents += cents;
  if (cents === 0) {
    if (row.freeTickets !== 0) tally.freeRates.add(taxRateBp);
    return;
  }
  if (taxRateBp !== null) tally.paidRates.add(taxRateBp);
  else if (printed === null) tally.paidRates.add(null);
  if (printed !== null) {
    tally.printedCents += printed;
    if (taxRateBp === null) narrowRates(tally, Math.abs(cents), Math.abs(printed));
  } else if (taxRateBp === null) tally.unknownCents += cents;
  else tally.centsByRate.set(taxRateBp, (tally.centsByRate.get(taxRateBp) ?? 0) + cents);
}

/** The sums of both, for one performance told by two sheets. */
export function addTallies(left: PerformanceTally, right: PerformanceTally): PerformanceTally {
  const centsByRate = new Map(left.centsByRate);
  for (const [rateBp, cents] of right.centsByRate) centsByRate.set(rateBp, (centsByRate.get(rateBp) ?? 0) + cents);
  const [a, b] = [left.fittingRates, right.fittingRates];
  return {
    paidTickets: left.paidTickets + right.paidTickets,
    freeTickets: left.freeTickets + right.freeTickets,
    includingTaxesCents: left.includingTaxesCents + right.includingTaxesCents,
    printedCents: left.printedCents + right.printedCents,
    centsByRate,
    unknownCents: left.unknownCents + right.unknownCents,
    paidRates: new Set([...left.paidRates, ...right.paidRates]),
    freeRates: new Set([...left.freeRates, ...right.freeRates]),
    fittingRates: a === null ? b : b === null ? a : a.filter((rateBp) => b.includes(rateBp)),
  };
}

function narrowRates(tally: PerformanceTally, cents: number, printed: number): void {
  const candidates = tally.fittingRates ?? legalRatesBp;
  tally.fittingRates = candidates.filter((rateBp) => toExcludingTaxes(cents, rateBp) === printed);
}

export type TallyFigures = Omit<ImportedPerformance, 'id' | 'startAt' | 'endAt'>;

/**
 * The figures of a performance; `askedRateBp` is for the amounts whose rate the file does not tell. HT: what is printed, plus the other
 * cents by rate, one exact sum rounded once; 0 without revenue; null when a rate is missing. Null when refunds go below zero
 * or a sum is out of bounds: there is nothing to declare that would be true.
 */
export function toFigures(tally: PerformanceTally, askedRateBp: number | null): TallyFigures | null {
  const { paidTickets, freeTickets, includingTaxesCents, printedCents } = tally;
  const isOut = includingTaxesCents > maxAmountCents || Math.max(paidTickets, freeTickets) > maxTickets;
  if (Math.min(paidTickets, freeTickets, includingTaxesCents) < 0 || isOut) return null;
  const groups = new Map(tally.centsByRate);
  if (askedRateBp !== null && tally.unknownCents !== 0) {
    groups.set(askedRateBp, (groups.get(askedRateBp) ?? 0) + tally.unknownCents);
  }
  const computed = toComputedCents(groups);
  const isKnown = askedRateBp !== null || tally.unknownCents === 0;
  const sum = computed === null ? null : printedCents + computed;
  if (sum !== null && isKnown && (sum < 0 || sum > includingTaxesCents)) return null;
  const excludingTaxesCents = includingTaxesCents === 0 ? 0 : isKnown ? sum : null;
  return {
    includingTaxesCents,
    excludingTaxesCents,
    taxRateBp: toRate(tally, askedRateBp, excludingTaxesCents),
    paidTickets,
    freeTickets,
  };
}

/** A rate whose refunds exceed its sales counts below zero, rounded on its own. */
function toComputedCents(groups: ReadonlyMap<number, number>): number | null {
  const list = [...groups].map(([taxRateBp, includingTaxesCents]) => ({ taxRateBp, includingTaxesCents }));
  const positive = list.filter((group) => group.includingTaxesCents > 0);
  const negative = list
    .filter((group) => group.includingTaxesCents < 0)
    .map(({ taxRateBp, includingTaxesCents }) => ({ taxRateBp, includingTaxesCents: -includingTaxesCents }));
  return toExcludingTaxesOfGroups(positive) - toExcludingTaxesOfGroups(negative);
}

function toRate(
  tally: PerformanceTally,
  askedRateBp: number | null,
  excludingTaxesCents: number | null,
): number | null {
  const rates = new Set([...tally.paidRates].map((rateBp) => rateBp ?? askedRateBp));
  if (tally.fittingRates !== null) rates.add(toFittingRate(tally, excludingTaxesCents));
  if (rates.size === 0) return toOnly(tally.freeRates);
  return toOnly(rates);
}

/** Small amounts fit several rates: the sum of the performance may then tell them apart. */
function toFittingRate(tally: PerformanceTally, excludingTaxesCents: number | null): number | null {
  const rates = tally.fittingRates ?? [];
  if (rates.length <= 1) return rates[0] ?? null;
  const fitting = rates.filter(
    (rateBp) => toExcludingTaxes(Math.max(0, tally.includingTaxesCents), rateBp) === excludingTaxesCents,
  );
  return fitting.length === 1 ? (fitting[0] ?? null) : null;
}

function toOnly(rates: ReadonlySet<number | null>): number | null {
  const [rate = null] = rates;
  return rates.size === 1 ? rate : null;
}
