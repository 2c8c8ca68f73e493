import { describe, expect, it } from '@jest/globals';
import {
  areSameTexts,
  readPastedCells,
  readRow,
  type RowTexts,
  severalRates,
  toRowTexts,
  toShownExcluding,
} from './typed-row';

const texts: RowTexts = {
  day: '2026-06-26',
  time: '20:30',
  paidTickets: '80',
  freeTickets: '6',
  including: '1 200,00 €',
  rate: '550',
  excluding: '',
};

describe('a performance typed by hand', () => {
  it('has its HT worked out from the rate', () => {
    expect(toShownExcluding(texts)).toBe('1137,44');
    expect(readRow(texts)).toEqual({
      ok: true,
      performance: {
        startAt: '2026-06-26T18:30:00.000Z',
        paidTickets: 80,
        freeTickets: 6,
        includingTaxesCents: 120_000,
        excludingTaxesCents: 113_744,
        taxRateBp: 550,
      },
    });
  });

  it('has its HT typed when there are several rates', () => {
    const row = readRow({ ...texts, rate: severalRates, excluding: '1100' });
    expect(row).toMatchObject({ ok: true, performance: { excludingTaxesCents: 110_000, taxRateBp: null } });
  });

  it('comes back as it was typed', () => {
    const row = readRow(texts);
    if (!row.ok) throw new Error('a right row is read');
    expect(readRow(toRowTexts(row.performance))).toEqual(row);
  });

  it('counts what is left empty as zero', () => {
    const row = readRow({ ...texts, paidTickets: '', freeTickets: ' ', including: '' });
    expect(row).toMatchObject({
      ok: true,
      performance: { paidTickets: 0, freeTickets: 0, includingTaxesCents: 0, excludingTaxesCents: 0 },
    });
  });

  it.each([
    ['day', { day: '2026-06-31' }],
    ['day', { time: '' }],
    ['day', { day: '2026-03-29', time: '02:30' }],
    ['paidTickets', { paidTickets: '-1' }],
    ['freeTickets', { freeTickets: '1000001' }],
    ['including', { including: '12,345' }],
    ['including', { including: '-5' }],
    ['excluding', { rate: severalRates, excluding: '1200,01' }],
    ['excluding', { rate: severalRates, excluding: 'x' }],
  ] as const)('says that %s is wrong: %j', (field, change) => {
    const row = readRow({ ...texts, ...change });
    expect(row.ok ? [] : Object.keys(row.errors)).toEqual([field]);
  });

  it.each([
    [true, { including: '1200' }],
    [true, { paidTickets: ' 80 ', excluding: '3' }],
    [false, { paidTickets: '81' }],
    [false, { freeTickets: '' }],
    [false, { including: 'x' }],
    [false, { time: '20:31' }],
    [false, { rate: severalRates }],
  ])('says the same: %j, whatever the writing: %j', (isSame, change) => {
    expect(areSameTexts(texts, { ...texts, ...change })).toBe(isSame);
  });

  it('is pasted from a spreadsheet by cells', () => {
    expect(readPastedCells('80\t6\t1 200,00\r\n75\t2\t980\r\n')).toEqual([
      ['80', '6', '1 200,00'],
      ['75', '2', '980'],
    ]);
    expect(readPastedCells('80')).toBeNull();
  });
});
