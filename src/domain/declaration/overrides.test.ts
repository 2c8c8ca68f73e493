import { describe, expect, it } from '@jest/globals';
import { givenDraftPerformance } from '@/testing/given-draft';
import type { DraftOverrides } from './draft';
import type { SeriesDefaults } from './effective';
import type { Venue } from './neutral';
import { eraseRepeatedOverrides, propagateDefault, toFallbackValues, toShownValues } from './overrides';

const stiff: Venue = {
  name: 'Salle du Stiff',
  address: { street: '1 place de l’Église', postalCode: '29242', city: 'Ouessant', countryCode: 'FR' },
};
const college: Venue = { ...stiff, name: 'Collège des Îles' };
const series: SeriesDefaults = { venue: stiff, capacity: 180, audience: 'ALL', taxRateBp: 550 };
const none: DraftOverrides = { venue: null, capacity: null, audience: null, taxRateBp: null };
const { imported, corrected } = givenDraftPerformance();

function given(overrides: Partial<DraftOverrides> = {}, values: Partial<typeof imported> = {}) {
  return { imported: { ...imported, ...values }, corrected, overrides: { ...none, ...overrides } };
}

describe('what a performance shows', () => {
  it('is the series’ value, or its own', () => {
    expect(toShownValues(series, given())).toEqual(series);
    const own: DraftOverrides = { venue: college, capacity: 0, audience: 'SCHOOL', taxRateBp: 0 };
    expect(toShownValues(series, given(own))).toEqual(own);
  });

  it.each([
    ['the rate its tickets were sold at', { taxRateBp: 210 }, 210],
    ['no rate when its tickets have several', { taxRateBp: null }, null],
    ['the series’ rate when nothing was sold', { taxRateBp: null, includingTaxesCents: 0 }, 550],
  ])('has %s', (_case, values, taxRateBp) => {
    expect(toFallbackValues(series, given({}, values)).taxRateBp).toBe(taxRateBp);
  });

  it('has the rate that a person corrected', () => {
    expect(toFallbackValues(series, { ...given(), corrected: { ...corrected, taxRateBp: 0 } }).taxRateBp).toBe(0);
  });
});

describe('eraseRepeatedOverrides', () => {
  it('erases an override that changes nothing', () => {
    expect(eraseRepeatedOverrides(series, given({ ...series, venue: { ...stiff } }))).toEqual(none);
  });

  it('keeps those that say something, and leaves absent ones absent', () => {
    const own: DraftOverrides = { venue: college, capacity: 100, audience: 'SCHOOL', taxRateBp: 210 };
    expect(eraseRepeatedOverrides(series, given(own))).toEqual(own);
    expect(eraseRepeatedOverrides(series, given())).toEqual(none);
  });

  it('compares a rate with that of the tickets, not with the series’', () => {
    expect(eraseRepeatedOverrides(series, given({ taxRateBp: 550 }, { taxRateBp: 210 })).taxRateBp).toBe(550);
    expect(eraseRepeatedOverrides(series, given({ taxRateBp: 210 }, { taxRateBp: 210 })).taxRateBp).toBeNull();
  });
});

describe('a changed default', () => {
  it('reaches the performances that showed the previous one, and says how many', () => {
    const performances = [given(), given({ capacity: 180 }), given({ capacity: 90 })];
    expect(propagateDefault(series, 'capacity', 200, performances)).toEqual({
      overrides: [none, none, { ...none, capacity: 90 }],
      changed: 2,
      kept: 1,
    });
  });

  it('erases an override that now repeats it, which changes nothing for that performance', () => {
    expect(propagateDefault(series, 'audience', 'SCHOOL', [given({ audience: 'SCHOOL' })])).toEqual({
      overrides: [none],
      changed: 0,
      kept: 0,
    });
  });

  it('leaves the other fields as they are', () => {
    const performances = [given({ capacity: 1 }), given({ venue: college }), given()];
    expect(propagateDefault(series, 'venue', college, performances)).toEqual({
      overrides: [{ ...none, capacity: 1 }, none, none],
      changed: 2,
      kept: 0,
    });
  });

  it('fills performances that had none', () => {
    const empty = { ...series, venue: null, capacity: null };
    expect(propagateDefault(empty, 'venue', stiff, [given(), given({ venue: college })])).toEqual({
      overrides: [none, { ...none, venue: college }],
      changed: 1,
      kept: 1,
    });
    expect(propagateDefault(empty, 'capacity', 180, [given()])).toEqual({ overrides: [none], changed: 1, kept: 0 });
    expect(propagateDefault(empty, 'venue', null, [given()])).toEqual({ overrides: [none], changed: 0, kept: 0 });
  });

  it('writes the new rate where the tickets said the previous one', () => {
    const performances = [
      given(),
      given({}, { taxRateBp: 2000 }),
      given({}, { taxRateBp: null, includingTaxesCents: 0 }),
    ];
    expect(propagateDefault(series, 'taxRateBp', 210, performances)).toEqual({
      overrides: [{ ...none, taxRateBp: 210 }, none, none],
      changed: 2,
      kept: 1,
    });
  });
});
