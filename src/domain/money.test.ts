import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maxAmountCents } from './declaration/bounds';
import { eurosToCents, parseAmount, sumCents, sumPairs, toDecimalText } from './money';

describe('parseAmount', () => {
  it.each([
    ['1 234,56 €', 123456],
    ['1\u00a0234,56\u00a0€', 123456],
    ['1\u202f234,56\u202f€', 123456],
    ['1234.56', 123456],
    ['1 234,5', 123450],
    ['1,234.56', 123456],
    ['1.234,56', 123456],
    ['1.234.567,89', 123456789],
    ['1,234,567', 123456700],
    ['€12.50', 1250],
    ['12,50 EUR', 1250],
    ['19.99', 1999],
    ['1129.60', 112960],
    ['0.07', 7],
    ['1,00', 100],
    ['5,', 500],
    [',5', 50],
    ['007,10', 710],
    ['0', 0],
    ['0,00 €', 0],
    ['  42\t', 4200],
    ['99 999 999,99', maxAmountCents],
  ])('reads %j as %i cents', (text, cents) => {
    expect(parseAmount(text)).toEqual({ ok: true, cents });
  });

  it.each([[''], ['   '], ['\u00a0'], ['\t\n']])('reads %j as nothing typed, which is not zero', (text) => {
    expect(parseAmount(text)).toEqual({ ok: true, cents: null });
  });

  it.each([
    ['abc', 'not-an-amount'],
    ['€', 'not-an-amount'],
    ['-', 'not-an-amount'],
    [',', 'not-an-amount'],
    ['12 34', 'not-an-amount'],
    ['1 2345,00', 'not-an-amount'],
    ['1,23,4', 'not-an-amount'],
    ['1.234 567', 'not-an-amount'],
    ['12,5a', 'not-an-amount'],
    ['1e3', 'not-an-amount'],
    ['NaN', 'not-an-amount'],
    ['12,345', 'too-many-decimals'],
    ['1.234', 'too-many-decimals'],
    ['-5', 'negative'],
    ['−5,20 €', 'negative'],
    ['- 0', 'negative'],
    ['100000000', 'too-large'],
    ['100 000 000,00', 'too-large'],
  ])('refuses %j: %s', (text, reason) => {
    expect(parseAmount(text)).toEqual({ ok: false, reason });
  });

  it('reads back every amount that it can hold, however it is written', () => {
    const writings = [
      (text: string) => text,
      (text: string) => text.replace('.', ','),
      (text: string) => `${text.replace('.', ',')} €`,
      (text: string) => text.replace('.', ',').replace(/\B(?=(\d{3})+,)/g, '\u202f'),
    ];
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxAmountCents }), fc.constantFrom(...writings), (cents, write) => {
        expect(parseAmount(write(toDecimalText(cents)))).toEqual({ ok: true, cents });
      }),
    );
  });

  it('never throws, and what it accepts is within bounds', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 ,.-€\u00a0a') }), (text) => {
        const parsed = parseAmount(text);
        if (parsed.ok && parsed.cents !== null) {
          expect(Number.isSafeInteger(parsed.cents)).toBe(true);
          expect(parsed.cents).toBeGreaterThanOrEqual(0);
          expect(parsed.cents).toBeLessThanOrEqual(maxAmountCents);
        }
      }),
    );
  });
});

describe('eurosToCents', () => {
  it.each([
    [12.5, 1250],
    ['12.50', 1250],
    [' 12 ', 1200],
    [219.89999999999998, 21990],
    [1.005, 101],
    ['0.004', 0],
    ['0.005', 1],
    [0, 0],
    [-0, 0],
    ['-12.50', -1250],
    ['-0.001', 0],
    ['999999999999.99', 99999999999999],
  ])('reads %j as %i cents', (value, cents) => {
    expect(eurosToCents(value)).toBe(cents);
  });

  it.each([['12,50'], ['abc'], [''], [Number.NaN], [Number.POSITIVE_INFINITY], [1e21], ['1 234.00']])(
    'answers null for %j',
    (value) => {
      expect(eurosToCents(value)).toBeNull();
    },
  );
});

describe('toDecimalText', () => {
  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [50, '0.50'],
    [123456, '1234.56'],
    [9_999_999_999, '99999999.99'],
    [-5, '-0.05'],
  ])('writes %i cents as %s', (cents, text) => {
    expect(toDecimalText(cents)).toBe(text);
  });
});

describe('sums', () => {
  it('adds cents exactly where floats do not', () => {
    expect(sumCents([10, 20])).toBe(30);
    expect(sumCents(Array.from({ length: 10 }, () => 10))).toBe(100);
    expect(sumCents([])).toBe(0);
  });

  it('agrees with BigInt arithmetic over many amounts at the bound', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: maxAmountCents }), { maxLength: 1000 }), (amounts) => {
        expect(BigInt(sumCents(amounts))).toBe(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
      }),
    );
  });

  it('adds pairs side by side', () => {
    expect(
      sumPairs([
        { excludingTaxesCents: 100, includingTaxesCents: 120 },
        { excludingTaxesCents: 1, includingTaxesCents: 2 },
      ]),
    ).toEqual({ excludingTaxesCents: 101, includingTaxesCents: 122 });
    expect(sumPairs([])).toEqual({ excludingTaxesCents: 0, includingTaxesCents: 0 });
  });
});
