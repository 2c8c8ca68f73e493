import { describe, expect, it } from '@jest/globals';
import { parseParisWallClock } from './paris-wall-clock';

describe('A date without zone, on the clocks of Paris', () => {
  it.each([
    ['in summer', '2026-07-01 20:30:00', '2026-07-01T18:30:00.000Z'],
    ['in winter', '2026-01-01 20:30:00', '2026-01-01T19:30:00.000Z'],
    ['without seconds', '2026-01-01 20:30', '2026-01-01T19:30:00.000Z'],
    ['with the separator of ISO 8601', '2026-01-01T20:30:00', '2026-01-01T19:30:00.000Z'],
    ['just before the hour goes back', '2026-10-25 01:59:59', '2026-10-24T23:59:59.000Z'],
    ['in the hour that happens twice, which is its first time', '2026-10-25 02:30:00', '2026-10-25T00:30:00.000Z'],
    ['just after the hour went back', '2026-10-25 03:00:00', '2026-10-25T02:00:00.000Z'],
    ['in the hour that does not exist, moved an hour later', '2026-03-29 02:30:00', '2026-03-29T01:30:00.000Z'],
    ['on a leap day', '2024-02-29 00:00:00', '2024-02-28T23:00:00.000Z'],
  ])('is an instant %s', (_title, text, instant) => {
    expect(parseParisWallClock(text)).toBe(instant);
  });

  it.each([
    '',
    '0000-00-00 00:00:00',
    '2026-02-31 10:00:00',
    '2026-13-01 10:00:00',
    '2026-01-01 25:00:00',
    'demain',
    '2026-01-01',
  ])('is nothing when it is « %s »', (text) => {
    expect(parseParisWallClock(text)).toBeNull();
  });
});
