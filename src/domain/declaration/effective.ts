import type { Audience } from '../genre';
import { compareByStart } from '../ticketing/model';
import type { NeutralDeclaration, NeutralPerformance, Overrides, Venue } from './neutral';

/** Values of a series that a performance may say differently. */
export type SeriesDefaults = {
  readonly venue: Venue | null;
  readonly capacity: number | null;
  readonly audience: Audience;
  readonly taxRateBp: number | null;
};

/** Value of a performance: its own, else that of its series. A rate that is null on purpose stays null (several rates). */
export function toEffectiveValues(series: SeriesDefaults, overrides: Overrides): SeriesDefaults {
  return {
    venue: overrides.venue ?? series.venue,
    capacity: overrides.capacity ?? series.capacity,
    audience: overrides.audience ?? series.audience,
    taxRateBp: overrides.taxRateBp === undefined ? series.taxRateBp : overrides.taxRateBp,
  };
}

/** Two venues are one when name and address are the same to the letter. */
export function isSameVenue(left: Venue | null, right: Venue | null): boolean {
  if (!left || !right) return left === right;
  return (
    left.name === right.name &&
    left.address.street === right.address.street &&
    left.address.postalCode === right.address.postalCode &&
    left.address.city === right.address.city &&
    left.address.countryCode === right.address.countryCode
  );
}

/** A performance with everything resolved: what an organism declares of it. */
export type EffectivePerformance = NeutralPerformance & SeriesDefaults;

/** Performances of a declaration with their effective values, by start, then id. */
export function listEffectivePerformances(declaration: NeutralDeclaration): readonly EffectivePerformance[] {
  return declaration.performances
    .map((performance) => ({ ...performance, ...toEffectiveValues(declaration.series, performance.overrides) }))
    .sort(compareByStart);
}

/** The venue of the series: its own, else that of its first performance that has one (transmission needs one). */
export function toSeriesVenue(declaration: NeutralDeclaration): Venue | null {
  return declaration.series.venue ?? listEffectivePerformances(declaration).find(({ venue }) => venue)?.venue ?? null;
}
