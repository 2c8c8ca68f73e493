import type { CorrectedFigures } from './draft';

/** Figures of one performance: as the ticketing said them, as a person typed them, or as they are declared. */
export type PerformanceFigures = {
  readonly excludingTaxesCents: number;
  readonly includingTaxesCents: number;
  /** Null when paid tickets have several rates, or the rate is unknown. */
  readonly taxRateBp: number | null;
  readonly paidTickets: number;
  readonly freeTickets: number;
};

/** What is declared: the correction where there is one, else what was imported. A corrected 0 counts. */
export function toDeclaredFigures(imported: PerformanceFigures, corrected: CorrectedFigures): PerformanceFigures {
  const amounts = corrected.amounts ?? imported;
  return {
    excludingTaxesCents: amounts.excludingTaxesCents,
    includingTaxesCents: amounts.includingTaxesCents,
    taxRateBp: corrected.taxRateBp ?? imported.taxRateBp,
    paidTickets: corrected.paidTickets ?? imported.paidTickets,
    freeTickets: corrected.freeTickets ?? imported.freeTickets,
  };
}

/**
 * The correction that typed figures make: none where they say what was imported, so that later imports show again.
 * HT and TTC go together: one changed alone corrects both.
 */
export function toCorrectedFigures(imported: PerformanceFigures, typed: PerformanceFigures): CorrectedFigures {
  const { excludingTaxesCents, includingTaxesCents } = typed;
  const sameAmounts =
    excludingTaxesCents === imported.excludingTaxesCents && includingTaxesCents === imported.includingTaxesCents;
  return {
    amounts: sameAmounts ? null : { excludingTaxesCents, includingTaxesCents },
    taxRateBp: typed.taxRateBp === imported.taxRateBp ? null : typed.taxRateBp,
    paidTickets: typed.paidTickets === imported.paidTickets ? null : typed.paidTickets,
    freeTickets: typed.freeTickets === imported.freeTickets ? null : typed.freeTickets,
  };
}

/** Whether a person changed anything. */
export function isCorrected(corrected: CorrectedFigures): boolean {
  return Object.values(corrected).some((value) => value !== null);
}

/** Whether two sets of figures say the same, so that «la billetterie a changé depuis» can be told. */
export function areSameFigures(left: PerformanceFigures, right: PerformanceFigures): boolean {
  return (
    left.excludingTaxesCents === right.excludingTaxesCents &&
    left.includingTaxesCents === right.includingTaxesCents &&
    left.taxRateBp === right.taxRateBp &&
    left.paidTickets === right.paidTickets &&
    left.freeTickets === right.freeTickets
  );
}
