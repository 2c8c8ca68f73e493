import { describe, expect, it } from '@jest/globals';
import {
  endOfParisDay,
  parisDaysBetween,
  sacdDeadline,
  sacemDeadlines,
  taxDeadline,
  toDeadlineGroup,
  toParisDay,
  toParisTime,
  toParisYear,
} from './calendar';

describe('Paris days', () => {
  it('belong to the year of Paris, an hour or two before that of UTC', () => {
    expect(toParisYear(new Date('2026-12-31T22:59:59.999Z'))).toBe(2026);
    expect(toParisYear(new Date('2026-12-31T23:00:00.000Z'))).toBe(2027);
  });

  it.each([
    ['2026-06-26T18:30:00.000Z', '2026-06-26', '20:30', '2026-06-26T21:59:59.999Z'],
    ['2026-06-26T22:30:00.000Z', '2026-06-27', '00:30', '2026-06-27T21:59:59.999Z'],
    ['2026-12-31T23:30:00.000Z', '2027-01-01', '00:30', '2027-01-01T22:59:59.999Z'],
    // The day of 23 hours (29 March 2026) and the day of 25 hours (25 October 2026).
    ['2026-03-28T23:00:00.000Z', '2026-03-29', '00:00', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25T00:30:00.000Z', '2026-10-25', '02:30', '2026-10-25T22:59:59.999Z'],
    ['2026-10-25T01:30:00.000Z', '2026-10-25', '02:30', '2026-10-25T22:59:59.999Z'],
  ])('places %s on %s at %s, which ends at %s', (instant, day, time, end) => {
    expect(toParisDay(new Date(instant))).toBe(day);
    expect(toParisTime(new Date(instant))).toBe(time);
    expect(endOfParisDay(new Date(instant)).toISOString()).toBe(end);
  });

  it.each([
    ['2026-06-26T21:59:59.999Z', '2026-06-26T22:00:00.000Z', 1],
    ['2026-06-26T22:00:00.000Z', '2026-06-27T21:59:00.000Z', 0],
    ['2026-03-28T12:00:00.000Z', '2026-03-30T01:00:00.000Z', 2],
    ['2026-10-26T12:00:00.000Z', '2026-10-24T12:00:00.000Z', -2],
  ])('counts the days from %s to %s: %i', (from, to, days) => {
    expect(parisDaysBetween(new Date(from), new Date(to))).toBe(days);
  });
});

describe('deadlines', () => {
  it.each([
    ['2026-06-30T12:00:00.000Z', '2026-07-10T21:59:59.999Z', '2026-07-31T21:59:59.999Z', '2026-07-30T21:59:59.999Z'],
    // Played after midnight in Paris: the day is the next one.
    ['2026-06-30T22:30:00.000Z', '2026-07-11T21:59:59.999Z', '2026-08-31T21:59:59.999Z', '2026-07-31T21:59:59.999Z'],
    ['2026-01-31T19:00:00.000Z', '2026-02-10T22:59:59.999Z', '2026-02-28T22:59:59.999Z', '2026-03-02T22:59:59.999Z'],
    ['2028-01-31T19:00:00.000Z', '2028-02-10T22:59:59.999Z', '2028-02-29T22:59:59.999Z', '2028-03-01T22:59:59.999Z'],
    // Across both clock changes.
    ['2026-03-20T19:00:00.000Z', '2026-03-30T21:59:59.999Z', '2026-04-30T21:59:59.999Z', '2026-04-19T21:59:59.999Z'],
    ['2026-10-20T18:00:00.000Z', '2026-10-30T22:59:59.999Z', '2026-11-30T22:59:59.999Z', '2026-11-19T22:59:59.999Z'],
  ])('after a last performance at %s: SACEM %s then %s, SACD %s', (last, tenDays, endOfNextMonth, thirtyDays) => {
    expect(sacemDeadlines(new Date(last))).toEqual([
      { dueAt: new Date(tenDays), rule: 'sacem-ten-days' },
      { dueAt: new Date(endOfNextMonth), rule: 'sacem-end-of-next-month' },
    ]);
    expect(sacdDeadline(new Date(last))).toEqual({ dueAt: new Date(thirtyDays), rule: 'sacd-thirty-days' });
  });

  it.each([
    ['2026-06-30T12:00:00.000Z', '2026-09-30T21:59:59.999Z'],
    // Played after midnight in Paris, in July already.
    ['2026-06-30T22:30:00.000Z', '2026-10-31T22:59:59.999Z'],
    ['2026-11-30T19:00:00.000Z', '2027-02-28T22:59:59.999Z'],
    ['2027-11-30T19:00:00.000Z', '2028-02-29T22:59:59.999Z'],
  ])('after a last performance at %s: both taxes %s', (last, dueAt) => {
    expect(taxDeadline('CNM', new Date(last))).toEqual({ dueAt: new Date(dueAt), rule: 'cnm-third-month' });
    expect(taxDeadline('ASTP', new Date(last))).toEqual({ dueAt: new Date(dueAt), rule: 'astp-third-month' });
  });

  it('puts the nearest SACEM deadline first on every day of two years', () => {
    for (let day = 0; day < 731; day += 1) {
      const [first, second] = sacemDeadlines(new Date(Date.UTC(2027, 0, 1 + day, 12)));
      expect(first.dueAt.getTime()).toBeLessThan(second.dueAt.getTime());
    }
  });

  it('answers plain dates, which write themselves in UTC', () => {
    expect(JSON.stringify(sacdDeadline(new Date('2026-06-30T12:00:00.000Z')).dueAt)).toBe('"2026-07-30T21:59:59.999Z"');
  });

  it.each([
    ['2026-07-10T21:59:59.999Z', 'this-week'],
    ['2026-07-10T22:00:00.000Z', 'late'],
    ['2026-07-02T22:00:00.000Z', 'this-week'],
    ['2026-07-02T21:59:59.999Z', 'later'],
  ])('at %s a deadline of 10 July is %s', (now, group) => {
    expect(toDeadlineGroup(new Date('2026-07-10T21:59:59.999Z'), new Date(now))).toBe(group);
  });
});
