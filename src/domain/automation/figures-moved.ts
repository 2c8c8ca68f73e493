import { areSameFigures, toDeclaredFigures } from '../declaration/figures';
import type { Draft, DraftPerformance } from '../declaration/draft';
import { otherRevenueKinds } from '../declaration/bounds';

/** Whether a save moved what is declared of some performance: tickets, revenue, or whether it is declared at all. */
export function haveFiguresMoved(before: Pick<Draft, 'performances'>, after: Pick<Draft, 'performances'>): boolean {
  const known = new Map(before.performances.map((performance) => [performance.id, performance]));
  return after.performances.some((performance) => {
    const old = known.get(performance.id);
    return !old || !isSame(old, performance);
  });
}

function isSame(left: DraftPerformance, right: DraftPerformance): boolean {
  return (
    areSameFigures(
      toDeclaredFigures(left.imported, left.corrected),
      toDeclaredFigures(right.imported, right.corrected),
    ) &&
    left.absence.kept === right.absence.kept &&
    otherRevenueKinds.every(
      (kind) =>
        left.otherRevenue[kind].excludingTaxesCents === right.otherRevenue[kind].excludingTaxesCents &&
        left.otherRevenue[kind].includingTaxesCents === right.otherRevenue[kind].includingTaxesCents,
    )
  );
}
