import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maxAmountCents } from './declaration/bounds';
import {
  divideHalfUp,
  isFrenchRate,
  legalRatesBp,
  normalizeRateBp,
  rateFits,
  suggestRates,
  toExcludingTaxes,
  toExcludingTaxesOfGroups,
  toIncludingTaxes,
  vatCents,
} from './tax';

const centsArbitrary = fc.integer({ min: 0, max: maxAmountCents });
const rateArbitrary = fc.constantFrom(...legalRatesBp);

describe('divideHalfUp', () => {
  it.each([
    [0n, 7n, 0n],
    [1n, 2n, 1n],
    [149n, 100n, 1n],
    [150n, 100n, 2n],
    [7n, 1n, 7n],
  ])('rounds %i / %i to %i', (dividend, divisor, result) => {
    expect(divideHalfUp(dividend, divisor)).toBe(result);
  });

  it('refuses what amounts never are', () => {
    expect(() => divideHalfUp(-1n, 2n)).toThrow(RangeError);
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError);
  });
});

describe('HT and TTC', () => {
  it.each([
    [900, 550, 950],
    [1100, 550, 1161],
    [500, 210, 511],
    [115, 1000, 127],
    [0, 550, 0],
    [1234, 0, 1234],
  ])('makes %i HT at %i basis points %i TTC', (excluding, rateBp, including) => {
    expect(toIncludingTaxes(excluding, rateBp)).toBe(including);
  });

  it.each([
    [69, 2000, 58, 11],
    [201, 2000, 168, 33],
    [91800, 210, 89912, 1888],
    [314950, 550, 298531, 16419],
    [400000, 90, 396432, 3568],
    [400000, 105, 395844, 4156],
    [150000, 550, 142180, 7820],
    [0, 2000, 0, 0],
  ])('makes %i TTC at %i basis points %i HT and %i VAT', (including, rateBp, excluding, vat) => {
    expect(toExcludingTaxes(including, rateBp)).toBe(excluding);
    expect(vatCents({ excludingTaxesCents: excluding, includingTaxesCents: including })).toBe(vat);
  });

  it('gives HT back from the TTC it made, at every legal rate', () => {
    fc.assert(
      fc.property(centsArbitrary, rateArbitrary, (excluding, rateBp) => {
        expect(toExcludingTaxes(toIncludingTaxes(excluding, rateBp), rateBp)).toBe(excluding);
      }),
    );
  });

  it('is never more than half a cent away from the exact quotient', () => {
    fc.assert(
      fc.property(centsArbitrary, rateArbitrary, (including, rateBp) => {
        const divisor = 10_000n + BigInt(rateBp);
        const error = BigInt(toExcludingTaxes(including, rateBp)) * divisor - BigInt(including) * 10_000n;
        expect(2n * error <= divisor && 2n * error > -divisor).toBe(true);
      }),
    );
  });
});

describe('toExcludingTaxesOfGroups', () => {
  it('rounds the total, not each of 100 tickets at 15.00', () => {
    const tickets = Array.from({ length: 100 }, () => ({ includingTaxesCents: 1500, taxRateBp: 550 }));
    expect(toExcludingTaxesOfGroups(tickets)).toBe(142180);
    expect(tickets.length * toExcludingTaxes(1500, 550)).toBe(142200);
  });

  it('divides each rate by itself and rounds their exact sum once', () => {
    // 97,943.19… + 47,393.36… = 145,336.56…: rounding each first would lose a cent.
    expect(
      toExcludingTaxesOfGroups([
        { includingTaxesCents: 100000, taxRateBp: 210 },
        { includingTaxesCents: 50000, taxRateBp: 550 },
      ]),
    ).toBe(145337);
    expect(toExcludingTaxes(100000, 210)).toBe(97943);
    expect(toExcludingTaxes(50000, 550)).toBe(47393);
    expect(toExcludingTaxes(150000, 550)).toBe(142180);
  });

  it('is 0 without any ticket', () => {
    expect(toExcludingTaxesOfGroups([])).toBe(0);
  });

  const groupsArbitrary = fc.array(fc.record({ includingTaxesCents: centsArbitrary, taxRateBp: rateArbitrary }), {
    maxLength: 20,
  });

  it('does not depend on the order or the splitting of tickets', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const split = groups.flatMap((group) => {
          const half = Math.floor(group.includingTaxesCents / 2);
          return [
            { ...group, includingTaxesCents: half },
            { ...group, includingTaxesCents: group.includingTaxesCents - half },
          ];
        });
        expect(toExcludingTaxesOfGroups(split.reverse())).toBe(toExcludingTaxesOfGroups(groups));
      }),
    );
  });

  it('stays within half a cent per rate of the sum of its parts rounded', () => {
    fc.assert(
      fc.property(groupsArbitrary, (groups) => {
        const perGroup = groups.reduce(
          (sum, group) => sum + toExcludingTaxes(group.includingTaxesCents, group.taxRateBp),
          0,
        );
        expect(Math.abs(toExcludingTaxesOfGroups(groups) - perGroup)).toBeLessThanOrEqual((groups.length + 1) / 2);
      }),
    );
  });
});

describe('normalizeRateBp', () => {
  it.each([
    [5.5, 550],
    ['5.50', 550],
    ['5,5 %', 550],
    ['5,5\u00a0%', 550],
    [0.055, 550],
    [0.021, 210],
    [2.1, 210],
    [0.9, 90],
    ['1.05', 105],
    [0.0105, 105],
    [0.009, 90],
    [0.2, 2000],
    [20, 2000],
    [5.500000000000001, 550],
    [0, 0],
    ['0', 0],
    [100, 10_000],
  ])('reads %j as %i basis points', (value, rateBp) => {
    expect(normalizeRateBp(value)).toBe(rateBp);
  });

  it.each([[-5.5], ['abc'], [''], [Number.NaN], [Number.POSITIVE_INFINITY], [550], ['5.5.5']])(
    'answers null for %j',
    (value) => {
      expect(normalizeRateBp(value)).toBeNull();
    },
  );
});

describe('French rates', () => {
  it('knows every rate of the territory, and no foreign one', () => {
    expect(legalRatesBp).toEqual([0, 90, 105, 210, 550, 850, 1000, 2000]);
    expect(legalRatesBp.every((rateBp) => isFrenchRate(rateBp))).toBe(true);
    expect(isFrenchRate(1300)).toBe(true);
    expect(isFrenchRate(2100)).toBe(false);
  });

  it.each([
    ['75011', 'mainland', 550],
    ['98000', 'mainland', 550],
    ['20000', 'corsica', 210],
    [' 20260 ', 'corsica', 210],
    ['97110', 'overseas', 210],
    ['97200', 'overseas', 210],
    ['97400', 'overseas', 210],
    ['97300', 'outside', 0],
    ['97600', 'outside', 0],
    ['97133', 'outside', 0],
    ['97150', 'outside', 0],
    ['98800', 'outside', 0],
    ['02000', 'mainland', 550],
  ])('suggests the rates of %s: %s, %i first', (postalCode, territory, defaultRateBp) => {
    const suggestion = suggestRates(postalCode);
    expect(suggestion).toMatchObject({ territory, defaultRateBp });
    expect(suggestion.ratesBp[0]).toBe(defaultRateBp);
    expect(suggestion.ratesBp).toContain(0);
    expect(suggestion.ratesBp.every((rateBp) => isFrenchRate(rateBp))).toBe(true);
  });
});

describe('rateFits', () => {
  it.each([
    [170616, 180000, 550, true],
    [106635, 112500, 550, true],
    [170615, 180000, 550, true],
    [170617, 180000, 550, true],
    [170618, 180000, 550, false],
    [15000, 18000, 2000, true],
    [15000, 18000, 550, false],
    [0, 0, 550, true],
    [1000, 1000, 0, true],
  ])('says of %i HT, %i TTC at %i basis points: %s', (excludingTaxesCents, includingTaxesCents, rateBp, fits) => {
    expect(rateFits({ excludingTaxesCents, includingTaxesCents }, rateBp)).toBe(fits);
  });

  it('accepts whatever one rounding gave, in either direction', () => {
    fc.assert(
      fc.property(centsArbitrary, rateArbitrary, (cents, rateBp) => {
        const fromIncluding = { excludingTaxesCents: toExcludingTaxes(cents, rateBp), includingTaxesCents: cents };
        const fromExcluding = { excludingTaxesCents: cents, includingTaxesCents: toIncludingTaxes(cents, rateBp) };
        expect(rateFits(fromIncluding, rateBp) && rateFits(fromExcluding, rateBp)).toBe(true);
      }),
    );
  });
});
