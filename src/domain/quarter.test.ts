import { describe, expect, it } from '@jest/globals';
import {
  isInQuarter,
  nextQuarter,
  parseQuarterKey,
  quarterDeadline,
  startOfQuarter,
  toQuarter,
  toQuarterKey,
} from './quarter';

describe('quarters, in Paris time', () => {
  it.each([
    ['2025-12-31T22:59:59.999Z', '2025-T4'],
    ['2025-12-31T23:00:00.000Z', '2026-T1'],
    ['2026-03-31T21:59:59.999Z', '2026-T1'],
    ['2026-03-31T22:00:00.000Z', '2026-T2'],
    ['2026-06-30T22:00:00.000Z', '2026-T3'],
    ['2026-09-30T21:59:59.999Z', '2026-T3'],
    ['2026-09-30T22:00:00.000Z', '2026-T4'],
  ])('%s is in %s', (instant, key) => {
    const quarter = toQuarter(new Date(instant));
    expect(toQuarterKey(quarter)).toBe(key);
    expect(isInQuarter(new Date(instant), quarter)).toBe(true);
    expect(isInQuarter(new Date(instant), nextQuarter(quarter))).toBe(false);
    expect(parseQuarterKey(key)).toEqual(quarter);
  });

  it('start at midnight in Paris, and follow each other without a hole', () => {
    let quarter = toQuarter(new Date('2026-01-15T12:00:00.000Z'));
    for (let count = 0; count < 8; count += 1) {
      const next = nextQuarter(quarter);
      const lastInstant = new Date(startOfQuarter(next).getTime() - 1);
      expect(toQuarter(lastInstant)).toEqual(quarter);
      expect(isInQuarter(lastInstant, next)).toBe(false);
      quarter = next;
    }
    expect(toQuarterKey(quarter)).toBe('2028-T1');
  });

  it.each([['2026-T5'], ['2026-T0'], ['26-T1'], ['2026'], ['']])('do not read %j', (key) => {
    expect(parseQuarterKey(key)).toBeNull();
  });

  it.each([
    ['2025-T4', '2026-01-09T22:59:59.999Z'],
    ['2026-T1', '2026-04-09T21:59:59.999Z'],
    ['2026-T2', '2026-07-09T21:59:59.999Z'],
    ['2026-T3', '2026-10-09T21:59:59.999Z'],
  ])('%s is due before the 10th, at %s at the latest', (key, dueAt) => {
    const quarter = parseQuarterKey(key);
    expect(quarter && quarterDeadline(quarter)).toEqual({ dueAt: new Date(dueAt), rule: 'sibil-tenth-day' });
  });

  it('refuse a year that no calendar of ours has', () => {
    expect(() => startOfQuarter({ year: 12345, quarter: 1 })).toThrow(RangeError);
  });
});
