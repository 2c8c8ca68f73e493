import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { maxAmountCents } from '@/domain/declaration/bounds';
import { parseAmount } from '@/domain/money';
import {
  formatAmount,
  formatAmountInput,
  formatCount,
  formatCounted,
  formatDate,
  formatDateTime,
  formatDay,
  formatDayRange,
  formatRate,
  formatShortDay,
  formatSiren,
  formatSiret,
  formatTime,
} from './format';

describe('amounts', () => {
  it.each([
    [123456, '1\u00a0234,56\u00a0€'],
    [0, '0,00\u00a0€'],
    [7, '0,07\u00a0€'],
    [100, '1,00\u00a0€'],
    [99999, '999,99\u00a0€'],
    [100000, '1\u00a0000,00\u00a0€'],
    [9_999_999_999, '99\u00a0999\u00a0999,99\u00a0€'],
    [-123456, '−1\u00a0234,56\u00a0€'],
  ])('writes %i cents as %j', (cents, text) => {
    expect(formatAmount(cents)).toBe(text);
  });

  it('reads back to the same cents', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: maxAmountCents }), (cents) => {
        expect(parseAmount(formatAmount(cents))).toEqual({ ok: true, cents });
        expect(parseAmount(formatAmountInput(cents))).toEqual({ ok: true, cents });
      }),
    );
  });

  it('leaves a field empty when nothing was typed', () => {
    expect(formatAmountInput(null)).toBe('');
    expect(formatAmountInput(123456)).toBe('1234,56');
  });
});

describe('counts and rates', () => {
  it.each([
    [0, '0'],
    [999, '999'],
    [5214, '5\u00a0214'],
    [1_000_000, '1\u00a0000\u00a0000'],
    [-1200, '−1\u00a0200'],
  ])('writes %i as %j', (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  it('takes the plural from two', () => {
    expect([0, 1, 2, 5214].map((count) => formatCounted(count, 'billet'))).toEqual([
      '0\u00a0billet',
      '1\u00a0billet',
      '2\u00a0billets',
      '5\u00a0214\u00a0billets',
    ]);
    expect(formatCounted(3, 'lieu', 'lieux')).toBe('3\u00a0lieux');
  });

  it.each([
    [550, '5,5\u00a0%'],
    [2000, '20\u00a0%'],
    [105, '1,05\u00a0%'],
    [90, '0,9\u00a0%'],
    [0, '0\u00a0%'],
  ])('writes %i basis points as %j', (rateBp, text) => {
    expect(formatRate(rateBp)).toBe(text);
  });
});

describe('company numbers', () => {
  it('are grouped as people read them', () => {
    expect(formatSiren('552100554')).toBe('552\u00a0100\u00a0554');
    expect(formatSiret('55210055400013')).toBe('552\u00a0100\u00a0554\u00a000013');
    expect([formatSiren('12'), formatSiret('552100554')]).toEqual(['12', '552100554']);
  });
});

describe('dates', () => {
  const evening = new Date('2026-06-26T18:30:00.000Z');

  it('are French and in Paris unless told otherwise', () => {
    expect(formatDateTime(evening)).toBe('vendredi 26 juin 2026 à 20\u00a0h\u00a030');
    expect(formatDate(evening)).toBe('vendredi 26 juin 2026');
    expect(formatDay(evening)).toBe('26 juin 2026');
    expect(formatShortDay(evening)).toBe('26/06/2026');
    expect(formatTime(evening)).toBe('20\u00a0h\u00a030');
    expect(formatDateTime(evening, 'Indian/Reunion')).toBe('vendredi 26 juin 2026 à 22\u00a0h\u00a030');
  });

  it('say «1er», and leave out the minutes of a full hour', () => {
    const midnight = new Date('2026-06-30T22:00:00.000Z');
    expect(formatDateTime(midnight)).toBe('mercredi 1er juillet 2026 à 0\u00a0h');
    expect(formatTime(new Date('2026-06-30T12:05:00.000Z'))).toBe('14\u00a0h\u00a005');
  });

  it('name a range by its days in that zone', () => {
    expect(formatDayRange(evening, new Date('2026-06-30T22:00:00.000Z'))).toBe('du 26 juin 2026 au 1er juillet 2026');
    expect(formatDayRange(evening, new Date('2026-06-26T21:59:00.000Z'))).toBe('26 juin 2026');
  });
});
