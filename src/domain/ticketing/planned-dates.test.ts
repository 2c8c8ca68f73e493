import { describe, expect, it } from '@jest/globals';
import { maxPlannedDates, moveToNextSeason, parseDateLine, repeatDates, toStartAt } from './planned-dates';

const friday = 5;
const saturday = 6;
const season = { from: '2026-06-01', to: '2026-06-14', weekdays: new Set([friday, saturday]), times: ['20:30'] };

describe('dates that repeat', () => {
  it('are every chosen weekday between two days, both included, at each hour', () => {
    expect(repeatDates(season)).toEqual([
      { day: '2026-06-05', time: '20:30' },
      { day: '2026-06-06', time: '20:30' },
      { day: '2026-06-12', time: '20:30' },
      { day: '2026-06-13', time: '20:30' },
    ]);
    expect(
      repeatDates({ ...season, from: '2026-06-06', to: '2026-06-06', times: ['20:30', '15:00', '20:30'] }),
    ).toEqual([
      { day: '2026-06-06', time: '15:00' },
      { day: '2026-06-06', time: '20:30' },
    ]);
  });

  it.each([
    [{ weekdays: new Set<number>() }],
    [{ times: [] }],
    [{ from: '2026-06-31' }],
    [{ to: '' }],
    [{ from: '0026-06-01' }],
    [{ to: '2026-05-01' }],
  ])('are none when the question makes no sense: %j', (change) => {
    expect(repeatDates({ ...season, ...change })).toEqual([]);
  });

  it('stop before a screen or a request can no longer hold them', () => {
    const all = new Set([0, 1, 2, 3, 4, 5, 6]);
    expect(
      repeatDates({ from: '2026-01-01', to: '2090-01-01', weekdays: all, times: ['10:00', '15:00'] }),
    ).toHaveLength(maxPlannedDates);
  });
});

describe('a date as people write it', () => {
  it.each([
    ['26/06/2026 20:30', '2026-06-26', '20:30'],
    ['26/06/26 20h30', '2026-06-26', '20:30'],
    ['26.06.2026', '2026-06-26', '19:00'],
    ['vendredi 26 juin 2026 à 20 h 30', '2026-06-26', '20:30'],
    ['Sam. 1er août 2026, 15h', '2026-08-01', '15:00'],
    ['3 févr. 2027 à 9 heures', '2027-02-03', '09:00'],
    ['12 JUIL. 2026\u00a0– 20\u202fh\u202f30', '2026-07-12', '20:30'],
    ['2026-06-26T20:30', '2026-06-26', '20:30'],
    ['2026-06-26 20:30:00', '2026-06-26', '20:30'],
  ])('%s', (line, day, time) => {
    expect(parseDateLine(line, '19:00')).toEqual({ day, time });
  });

  it.each([
    '',
    'complet',
    '31/06/2026 20:30',
    '26 brumaire 2026 20h',
    '26/13/2026',
    '1/1/1999 20h',
    '26 jui 2026 20h',
    '26/06/2026 25:30',
    '26/06/2026 20h75',
  ])('is not guessed: %j', (line) => {
    expect(parseDateLine(line, '19:00')).toBeNull();
  });

  it('without an hour needs the usual one', () => {
    expect(parseDateLine('26/06/2026', null)).toBeNull();
  });
});

describe('the instant of a Paris wall clock', () => {
  it.each([
    ['2026-06-26', '20:30', '2026-06-26T18:30:00.000Z'],
    ['2026-12-26', '20:30', '2026-12-26T19:30:00.000Z'],
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-03-29', '02:30', null],
    ['2026-06-31', '20:30', null],
    ['2026-06-26', '25:30', null],
    ['2026-06-26', '', null],
  ])('%s %s', (day, time, startAt) => {
    expect(toStartAt({ day, time })).toBe(startAt);
  });
});

describe('the dates of a past season', () => {
  const now = new Date('2026-07-01T08:00:00.000Z');

  it('come back 52 weeks later, on the same day of the week and at the same hour in Paris', () => {
    // A Friday and a Saturday, the second at the end of the summer hour; a year later it is not yet over.
    expect(moveToNextSeason(['2025-10-24T18:30:00.000Z', '2025-10-26T19:30:00.000Z'], now)).toEqual([
      '2026-10-23T18:30:00.000Z',
      '2026-10-25T19:30:00.000Z',
    ]);
  });

  it('come to the next season, however old they are, and one year on when they are still to come', () => {
    expect(moveToNextSeason(['2023-06-24T18:30:00.000Z'], now)).toEqual(['2027-06-19T18:30:00.000Z']);
    expect(moveToNextSeason(['2026-07-01T08:00:00.000Z'], now)).toEqual(['2027-06-30T08:00:00.000Z']);
    expect(moveToNextSeason(['2026-09-05T18:30:00.000Z'], now)).toEqual(['2027-09-04T18:30:00.000Z']);
  });

  it('are in order, each once, without an hour that the clocks skip, and no more than a screen holds', () => {
    // 2:30 on 2 April 2023; on 28 March 2027 the clocks go from 2 to 3.
    expect(moveToNextSeason(['2023-04-02T00:30:00.000Z'], now)).toEqual([]);
    expect(moveToNextSeason(['2026-05-01T18:00:00.000Z', '2026-05-01T18:00:00.000Z'], now)).toHaveLength(1);
    const many = Array.from({ length: 500 }, (_, index) =>
      new Date(Date.UTC(2026, 0, 1, 20) + index * 3_600_000).toISOString(),
    );
    const moved = moveToNextSeason([...many].reverse(), now);
    expect(moved).toHaveLength(maxPlannedDates);
    expect(moved[0]).toBe('2026-12-31T20:00:00.000Z');
    expect(moveToNextSeason([], now)).toEqual([]);
  });
});
