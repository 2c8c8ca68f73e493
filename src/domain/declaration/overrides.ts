import type { DraftOverrides, DraftPerformance } from './draft';
import { isSameVenue, type SeriesDefaults } from './effective';
import { toDeclaredFigures } from './figures';

/** What overrides need to know of a performance of a draft. */
export type OverriddenPerformance = Pick<DraftPerformance, 'imported' | 'corrected' | 'overrides'>;

/**
 * What a performance shows without its overrides: the series' values, except a rate that its own tickets know. Tickets that
 * were sold at several or unknown rates show none: the series' rate would be a false label.
 */
export function toFallbackValues(series: SeriesDefaults, performance: OverriddenPerformance): SeriesDefaults {
  const figures = toDeclaredFigures(performance.imported, performance.corrected);
  const hasOwnRate = figures.taxRateBp !== null || performance.imported.includingTaxesCents > 0;
  return {
    venue: series.venue,
    capacity: series.capacity,
    audience: series.audience,
    taxRateBp: hasOwnRate ? figures.taxRateBp : series.taxRateBp,
  };
}

/** What a performance of a draft shows: its override, else its fallback. */
export function toShownValues(series: SeriesDefaults, performance: OverriddenPerformance): SeriesDefaults {
  const fallback = toFallbackValues(series, performance);
  const { overrides } = performance;
  return {
    venue: overrides.venue ?? fallback.venue,
    capacity: overrides.capacity ?? fallback.capacity,
    audience: overrides.audience ?? fallback.audience,
    taxRateBp: overrides.taxRateBp ?? fallback.taxRateBp,
  };
}

/** Overrides without those that change nothing, so that a later change of the series reaches the performance. */
export function eraseRepeatedOverrides(series: SeriesDefaults, performance: OverriddenPerformance): DraftOverrides {
  const fallback = toFallbackValues(series, performance);
  const { venue, capacity, audience, taxRateBp } = performance.overrides;
  return {
    venue: isSameVenue(venue, fallback.venue) ? null : venue,
    capacity: capacity === fallback.capacity ? null : capacity,
    audience: audience === fallback.audience ? null : audience,
    taxRateBp: taxRateBp === fallback.taxRateBp ? null : taxRateBp,
  };
}

export type Propagation = {
  /** New overrides, in the order given. */
  readonly overrides: readonly DraftOverrides[];
  /** Performances that showed the previous default and show the new one. */
  readonly changed: number;
  /** Performances that keep another value of their own. */
  readonly kept: number;
};

/**
 * Changes one default of a series. Performances that showed the previous default show the next one, those with another
 * value keep it, and an override that has become a repetition is erased. Nothing else of the series is looked at in `next`.
 */
export function propagateDefault<Field extends keyof SeriesDefaults>(
  previous: SeriesDefaults,
  field: Field,
  value: SeriesDefaults[Field],
  performances: readonly OverriddenPerformance[],
): Propagation {
  const next = { ...previous, [field]: value };
  let changed = 0;
  let kept = 0;
  const overrides = performances.map((performance) => {
    const shown = toShownValues(previous, performance)[field];
    const follows = isSameValue(shown, previous[field]);
    if (follows) changed += isSameValue(shown, value) ? 0 : 1;
    else kept += isSameValue(shown, value) ? 0 : 1;
    const wanted = { ...performance.overrides, ...(follows && { [field]: value }) };
    return eraseRepeatedOverrides(next, { ...performance, overrides: wanted });
  });
  return { overrides, changed, kept };
}

type Value = SeriesDefaults[keyof SeriesDefaults];

function isSameValue(left: Value, right: Value): boolean {
  if (typeof left === 'object' && typeof right === 'object') return isSameVenue(left, right);
  return left === right;
}
