import type { Draft, DraftPerformance } from '@/domain/declaration/draft';
import { areSameFigures } from '@/domain/declaration/figures';
import type { SeriesDefaults } from '@/domain/declaration/effective';
import { toShownValues } from '@/domain/declaration/overrides';
import { toNeutralPerformances } from '@/domain/declaration/to-neutral-declaration';
import { computeTotals, type DeclarationTotals } from '@/domain/declaration/totals';
import { divideHalfUp, toExcludingTaxes } from '@/domain/tax';
import { findPerformance } from './field-path';

/** Totals of what is declared, in cents; cheap enough for each key stroke. */
export function computeDraftTotals(draft: Draft): DeclarationTotals {
  return computeTotals(toNeutralPerformances(draft));
}

/**
 * HT to propose for a corrected TTC. Tickets of several rates keep their own mix (the imported HT over TTC), since one rate
 * would be wrong; else the rate that the performance shows. Null when nothing tells. Cents, half up.
 */
export function proposeExcludingTaxes(
  performance: DraftPerformance,
  series: SeriesDefaults,
  includingTaxesCents: number,
): number | null {
  const rateBp = toShownValues(series, performance).taxRateBp;
  if (rateBp !== null) return toExcludingTaxes(includingTaxesCents, rateBp);
  const { imported } = performance;
  if (imported.includingTaxesCents === 0) return null;
  const product = BigInt(includingTaxesCents) * BigInt(imported.excludingTaxesCents);
  return Number(divideHalfUp(product, BigInt(imported.includingTaxesCents)));
}

/** Performances of a newer draft that are new, or whose imported figures moved. */
export function countReimported(before: Draft, after: Draft): number {
  return after.performances.filter(({ id, imported }) => {
    const known = findPerformance(before, id);
    return !known || !areSameFigures(known.imported, imported);
  }).length;
}
