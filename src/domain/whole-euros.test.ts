import { describe, expect, it } from '@jest/globals';
import { givenPair } from '@/testing/given-declaration';
import { toWholeEuros, toWholeEurosPair } from './whole-euros';

describe('whole euros', () => {
  it.each([
    [495514, 4955],
    [50, 1],
    [49, 0],
    [0, 0],
  ])('of %i cents are %i', (cents, euros) => {
    expect(toWholeEuros(cents)).toBe(euros);
  });

  it('agree with each other: VAT is what is between the two others', () => {
    // VAT alone, 0.54 €, would round to 1.
    expect(toWholeEurosPair(givenPair(1050, 1104))).toEqual({ excludingTaxes: 11, vat: 0, includingTaxes: 11 });
    expect(toWholeEurosPair(givenPair(1049, 1150))).toEqual({ excludingTaxes: 10, vat: 2, includingTaxes: 12 });
  });
});
