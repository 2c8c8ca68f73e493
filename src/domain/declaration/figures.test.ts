import { describe, expect, it } from '@jest/globals';
import { areSameFigures, isCorrected, toCorrectedFigures, toDeclaredFigures } from './figures';

const imported = {
  excludingTaxesCents: 170616,
  includingTaxesCents: 180000,
  taxRateBp: 550,
  paidTickets: 120,
  freeTickets: 8,
};
const uncorrected = { amounts: null, taxRateBp: null, paidTickets: null, freeTickets: null };

describe('imported and corrected figures', () => {
  it('declares what was imported when nobody corrected anything', () => {
    expect(toDeclaredFigures(imported, uncorrected)).toEqual(imported);
    expect(isCorrected(uncorrected)).toBe(false);
  });

  it('declares a correction, zero included, HT and TTC together', () => {
    const corrected = {
      ...uncorrected,
      freeTickets: 0,
      amounts: { excludingTaxesCents: 172038, includingTaxesCents: 181500 },
    };
    expect(toDeclaredFigures(imported, corrected)).toEqual({
      excludingTaxesCents: 172038,
      includingTaxesCents: 181500,
      taxRateBp: 550,
      paidTickets: 120,
      freeTickets: 0,
    });
    expect(isCorrected(corrected)).toBe(true);
  });

  it.each([
    ['nothing', {}, uncorrected],
    ['a count', { paidTickets: 121 }, { ...uncorrected, paidTickets: 121 }],
    ['free tickets', { freeTickets: 0 }, { ...uncorrected, freeTickets: 0 }],
    ['a rate', { taxRateBp: 210 }, { ...uncorrected, taxRateBp: 210 }],
    [
      'HT alone',
      { excludingTaxesCents: 170617 },
      { ...uncorrected, amounts: { excludingTaxesCents: 170617, includingTaxesCents: 180000 } },
    ],
    [
      'TTC alone',
      { includingTaxesCents: 180001 },
      { ...uncorrected, amounts: { excludingTaxesCents: 170616, includingTaxesCents: 180001 } },
    ],
  ])('keeps as a correction only what differs from the import: %s', (_case, typed, corrected) => {
    expect(toCorrectedFigures(imported, { ...imported, ...typed })).toEqual(corrected);
  });

  it('survives any number of imports', () => {
    const corrected = toCorrectedFigures(imported, { ...imported, paidTickets: 121 });
    const later = { ...imported, paidTickets: 130, freeTickets: 9 };
    expect(toDeclaredFigures(later, corrected)).toEqual({ ...later, paidTickets: 121 });
  });

  it.each([
    [{}, true],
    [{ paidTickets: 1 }, false],
    [{ freeTickets: 1 }, false],
    [{ taxRateBp: null }, false],
    [{ includingTaxesCents: 1 }, false],
    [{ excludingTaxesCents: 1 }, false],
  ])('compares figures one by one: %j', (change, same) => {
    expect(areSameFigures(imported, { ...imported, ...change })).toBe(same);
  });
});
