import { describe, expect, it } from '@jest/globals';
import { isInSeason, parseSeasonKey, startOfSeason, toSeason, toSeasonKey } from './season';

describe('a season', () => {
  it.each([
    ['2026-08-31T21:59:59.999Z', 2025],
    ['2026-08-31T22:00:00.000Z', 2026],
    ['2026-12-31T23:30:00.000Z', 2026],
    ['2027-01-01T12:00:00.000Z', 2026],
  ])('that holds %s began in %d', (instant, year) => {
    expect(toSeason(new Date(instant))).toEqual({ year });
    expect(isInSeason(new Date(instant), { year })).toBe(true);
    expect(isInSeason(new Date(instant), { year: year - 1 })).toBe(false);
    expect(isInSeason(new Date(instant), { year: year + 1 })).toBe(false);
  });

  it('begins at midnight in Paris on 1 September', () => {
    expect(startOfSeason({ year: 2026 }).toISOString()).toBe('2026-08-31T22:00:00.000Z');
    expect(() => startOfSeason({ year: 12 })).toThrow(RangeError);
  });

  it.each(['2025-2027', '2026-2025', '2025', 'x', '2025-2026 ', '0001-0002'])('is not named %s', (key) => {
    expect(parseSeasonKey(key)).toBeNull();
  });

  it('is read as it is written', () => {
    expect(parseSeasonKey(toSeasonKey({ year: 2025 }))).toEqual({ year: 2025 });
  });
});
