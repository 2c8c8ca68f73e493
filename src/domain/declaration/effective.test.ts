import { describe, expect, it } from '@jest/globals';
import { givenDeclaration, givenPerformance } from '@/testing/given-declaration';
import {
  isSameVenue,
  listEffectivePerformances,
  type SeriesDefaults,
  toEffectiveValues,
  toSeriesVenue,
} from './effective';
import type { Venue } from './neutral';

const stiff: Venue = {
  name: 'Salle du Stiff',
  address: { street: '1 place de l’Église', postalCode: '29242', city: 'Ouessant', countryCode: 'FR' },
  kind: 'THEATRE',
};
const college: Venue = {
  name: 'Collège des Îles',
  address: { street: '2 rue des Écoles', postalCode: '29217', city: 'Le Conquet', countryCode: 'FR' },
};
const defaults: SeriesDefaults = { venue: stiff, capacity: 180, audience: 'ALL', taxRateBp: 550 };
describe('values of the series and of a performance', () => {
  it('takes the performance’s own value, else the series’', () => {
    expect(toEffectiveValues(defaults, {})).toEqual(defaults);
    expect(toEffectiveValues(defaults, { venue: college, capacity: 0, audience: 'SCHOOL', taxRateBp: 0 })).toEqual({
      venue: college,
      capacity: 0,
      audience: 'SCHOOL',
      taxRateBp: 0,
    });
  });

  it('keeps a rate that is unknown on purpose', () => {
    expect(toEffectiveValues(defaults, { taxRateBp: null }).taxRateBp).toBeNull();
  });

  it.each([
    [stiff, { ...stiff }, true],
    [null, null, true],
    [stiff, null, false],
    [null, stiff, false],
    [stiff, { ...stiff, name: 'Salle' }, false],
    [stiff, { ...stiff, address: { ...stiff.address, street: '2 place' } }, false],
    [stiff, { ...stiff, address: { ...stiff.address, postalCode: '29217' } }, false],
    [stiff, { ...stiff, address: { ...stiff.address, city: 'Brest' } }, false],
    [stiff, { ...stiff, address: { ...stiff.address, countryCode: 'BE' } }, false],
  ])('compares venues to the letter (%#)', (left, right, same) => {
    expect(isSameVenue(left, right)).toBe(same);
  });
});

describe('performances of a declaration', () => {
  const declaration = givenDeclaration({
    performances: [
      givenPerformance({ id: 'c', startAt: '2026-06-27T18:30:00.000Z', overrides: { venue: college } }),
      givenPerformance({ id: 'b', startAt: '2026-06-26T18:30:00.000Z' }),
      givenPerformance({ id: 'a', startAt: '2026-06-26T20:30:00+02:00' }),
    ],
  });

  it('come by start, then id, with their effective values', () => {
    expect(
      listEffectivePerformances(declaration).map(({ id, venue, capacity }) => [id, venue?.name, capacity]),
    ).toEqual([
      ['a', 'Salle du Stiff', 180],
      ['b', 'Salle du Stiff', 180],
      ['c', 'Collège des Îles', 180],
    ]);
  });

  it('lend their venue to a series that has none', () => {
    expect(toSeriesVenue(declaration)).toEqual(stiff);
    expect(toSeriesVenue(givenDeclaration({ ...declaration, series: { venue: null } }))).toEqual(college);
    expect(toSeriesVenue(givenDeclaration({ series: { venue: null } }))).toBeNull();
  });
});
