import { describe, expect, it } from '@jest/globals';
import { isStill } from './stillness';

const at = (text: string) => new Date(text);
const show = { lastEndAt: at('2026-06-20T20:00:00.000Z'), figuresChangedAt: at('2026-06-20T22:30:00.000Z') };

describe('figures that do not move any more', () => {
  it.each([
    // Changed at half past midnight on the 21st in Paris.
    ['2026-06-22T06:00:00.000Z', false],
    ['2026-06-22T21:59:59.999Z', false],
    ['2026-06-22T22:00:00.000Z', true],
    ['2026-07-30T06:00:00.000Z', true],
  ])('two nights after a change that nobody reads by itself, at %s: %s', (now, expected) => {
    expect(isStill({ ...show, readings: null }, at(now))).toBe(expected);
  });

  it('waits for the end of the show', () => {
    const readings = null;
    const figuresChangedAt = at('2026-06-01T10:00:00.000Z');
    expect(isStill({ lastEndAt: null, figuresChangedAt, readings }, at('2026-06-25T06:00:00.000Z'))).toBe(false);
    expect(isStill({ ...show, figuresChangedAt, readings }, show.lastEndAt)).toBe(false);
    expect(isStill({ ...show, figuresChangedAt, readings }, at('2026-06-20T20:00:00.001Z'))).toBe(true);
  });

  it.each([
    ['never read', [], false],
    ['read on the day of the change only', ['2026-06-21T01:00:00.000Z', '2026-06-21T20:00:00.000Z'], false],
    ['read after one night', ['2026-06-22T01:00:00.000Z'], false],
    ['read twice after one night', ['2026-06-22T01:00:00.000Z', '2026-06-22T05:00:00.000Z'], false],
    ['read after two nights', ['2026-06-23T01:00:00.000Z', '2026-06-22T01:00:00.000Z'], true],
    ['read after two nights, one failed in between', ['2026-06-22T01:00:00.000Z', '2026-06-25T01:00:00.000Z'], true],
    ['read later than now', ['2026-06-22T01:00:00.000Z', '2026-06-27T01:00:00.000Z'], false],
  ])('a ticketing %s', (_name, readings, expected) => {
    expect(isStill({ ...show, readings: readings.map(at) }, at('2026-06-26T06:00:00.000Z'))).toBe(expected);
  });

  it('is not reassured by readings that came before the end of the show', () => {
    const readings = [at('2026-06-18T01:00:00.000Z'), at('2026-06-19T01:00:00.000Z')];
    const still = { ...show, figuresChangedAt: at('2026-06-15T10:00:00.000Z'), readings };
    expect(isStill(still, at('2026-06-21T06:00:00.000Z'))).toBe(false);
    expect(
      isStill({ ...still, readings: [...readings, at('2026-06-21T01:00:00.000Z')] }, at('2026-06-21T06:00:00.000Z')),
    ).toBe(true);
  });

  it('counts nights by the calendar when the clocks change', () => {
    // 29 March 2026 has 23 hours, 25 October 25: two nights either way.
    const spring = {
      lastEndAt: at('2026-03-27T20:00:00.000Z'),
      figuresChangedAt: at('2026-03-28T22:30:00.000Z'),
      readings: null,
    };
    expect(isStill(spring, at('2026-03-29T21:59:00.000Z'))).toBe(false);
    expect(isStill(spring, at('2026-03-29T22:00:00.000Z'))).toBe(true);
    const autumn = {
      lastEndAt: at('2026-10-23T20:00:00.000Z'),
      figuresChangedAt: at('2026-10-24T10:00:00.000Z'),
      readings: null,
    };
    expect(isStill(autumn, at('2026-10-25T22:59:00.000Z'))).toBe(false);
    expect(isStill(autumn, at('2026-10-25T23:00:00.000Z'))).toBe(true);
  });
});
