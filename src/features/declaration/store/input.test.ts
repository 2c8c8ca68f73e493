import { describe, expect, it } from '@jest/globals';
import { givenDraft, givenDraftPerformance } from '@/testing/given-draft';
import { proposeExcludingTaxes } from './figures';
import { parseCount, parseOrganismId, parsePair } from './input';

describe('texts that people type', () => {
  it.each([
    ['', { ok: true, value: null }],
    ['120', { ok: true, value: 120 }],
    ['1 200', { ok: true, value: 1200 }],
    ['0012', { ok: true, value: 12 }],
    ['-3', { ok: false, code: 'not-a-count' }],
    ['12,5', { ok: false, code: 'not-a-count' }],
    ['1000001', { ok: false, code: 'too-many' }],
    ['99999999999999999999', { ok: false, code: 'too-many' }],
  ])('reads a count %j', (text, parsed) => {
    expect(parseCount(text)).toEqual(parsed);
  });

  it.each([
    ['', { ok: true, value: null }],
    ['500 123', { ok: true, value: '500123' }],
    ['12345678901', { ok: false, code: 'not-digits' }],
    ['A12', { ok: false, code: 'not-digits' }],
  ])('reads an identifier %j', (text, parsed) => {
    expect(parseOrganismId(text)).toEqual(parsed);
  });

  it.each([
    ['', '', { ok: true, value: null }],
    ['1 706,16 €', '1800', { ok: true, value: { excludingTaxesCents: 170616, includingTaxesCents: 180000 } }],
    ['0', '0', { ok: true, value: { excludingTaxesCents: 0, includingTaxesCents: 0 } }],
    ['10', '', { ok: false, code: 'half-pair' }],
    ['', '10', { ok: false, code: 'half-pair' }],
    ['11', '10', { ok: false, code: 'including-below-excluding' }],
    ['0', '10', { ok: false, code: 'amount-one-zero' }],
    ['mille', '10', { ok: false, code: 'not-an-amount' }],
    ['9', '10,999', { ok: false, code: 'too-many-decimals' }],
  ])('reads the pair %j and %j', (excluding, including, parsed) => {
    expect(parsePair(excluding, including)).toEqual(parsed);
  });
});

describe('HT proposed for a corrected TTC', () => {
  const { series } = givenDraft();

  it('comes from the rate of the tickets', () => {
    expect(proposeExcludingTaxes(givenDraftPerformance(), series, 314950)).toBe(298531);
  });

  it('comes from what a person said of the rate before what the ticketing said', () => {
    const overrides = { ...givenDraftPerformance().overrides, taxRateBp: 210 };
    expect(proposeExcludingTaxes(givenDraftPerformance({ overrides }), series, 91800)).toBe(89912);
  });

  it('keeps the mix of tickets of several rates', () => {
    const imported = {
      ...givenDraftPerformance().imported,
      taxRateBp: null,
      includingTaxesCents: 150000,
      excludingTaxesCents: 145336,
    };
    expect(proposeExcludingTaxes(givenDraftPerformance({ imported }), series, 150000)).toBe(145336);
    expect(proposeExcludingTaxes(givenDraftPerformance({ imported }), series, 300000)).toBe(290672);
  });

  it('is unknown when nobody knows a rate', () => {
    const imported = { ...givenDraftPerformance().imported, taxRateBp: null, includingTaxesCents: 0 };
    expect(proposeExcludingTaxes(givenDraftPerformance({ imported }), { ...series, taxRateBp: null }, 100)).toBeNull();
  });
});
