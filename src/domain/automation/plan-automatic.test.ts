import { describe, expect, it } from '@jest/globals';
import { endOfParisDay } from '../calendar';
import { declarationStates } from '../declaration/status';
import { type AutomaticTransmission, findNextMorning, isDaytime, nextMorning, planAutomatic } from './plan-automatic';

const dueAt = endOfParisDay(new Date('2026-06-20T10:00:00.000Z'));
const morning = (day: string) => new Date(`${day}T06:00:00.000Z`);
const given = (values: Partial<AutomaticTransmission> = {}): AutomaticTransmission => ({
  state: 'draft',
  dueAt,
  isFit: true,
  announcedAt: null,
  plannedFor: null,
  ...values,
});
const announced = { announcedAt: morning('2026-06-17'), plannedFor: morning('2026-06-18') };

describe('planning an automatic transmission', () => {
  it.each([
    ['2026-06-16', 'wait'],
    ['2026-06-17', 'announce'],
    ['2026-06-18', 'announce'],
    ['2026-06-19', 'announce'],
    ['2026-06-20', 'wait'],
    ['2026-06-21', 'wait'],
  ])('not announced yet, on the morning of %s: %s', (day, step) => {
    expect(planAutomatic(given(), morning(day))).toBe(step);
  });

  it('announces neither what is not fit, nor what has no deadline', () => {
    expect(planAutomatic(given({ isFit: false }), morning('2026-06-17'))).toBe('wait');
    expect(planAutomatic(given({ dueAt: null }), morning('2026-06-17'))).toBe('wait');
  });

  it.each(declarationStates.filter((state) => state !== 'draft'))('leaves what is %s alone', (state) => {
    expect(planAutomatic(given({ state }), morning('2026-06-17'))).toBe('wait');
    expect(planAutomatic(given({ ...announced, state }), morning('2026-06-18'))).toBe('give-up');
  });

  it.each([
    ['2026-06-17T18:00:00.000Z', 'wait'],
    ['2026-06-18T05:59:59.999Z', 'wait'],
    ['2026-06-18T06:00:00.000Z', 'send'],
    ['2026-06-20T21:59:59.999Z', 'send'],
    ['2026-06-20T22:00:00.000Z', 'give-up'],
  ])('announced, at %s: %s', (now, step) => {
    expect(planAutomatic(given(announced), new Date(now))).toBe(step);
  });

  it('never leaves on the day of its announcement, nor before the announcement left', () => {
    const late = { announcedAt: morning('2026-06-18'), plannedFor: morning('2026-06-18') };
    expect(planAutomatic(given(late), new Date('2026-06-18T17:00:00.000Z'))).toBe('wait');
    expect(planAutomatic(given(late), morning('2026-06-19'))).toBe('send');
  });

  it('announces anew what could not be announced, and gives it up on the day of the deadline', () => {
    const silent = { announcedAt: null, plannedFor: morning('2026-06-18') };
    expect(planAutomatic(given(silent), new Date('2026-06-17T17:00:00.000Z'))).toBe('wait');
    expect(planAutomatic(given(silent), morning('2026-06-18'))).toBe('wait');
    expect(planAutomatic(given(silent), morning('2026-06-19'))).toBe('announce');
    expect(planAutomatic(given(silent), morning('2026-06-20'))).toBe('give-up');
  });

  it('gives up what is not fit any more, or has lost its deadline', () => {
    expect(planAutomatic(given({ ...announced, isFit: false }), morning('2026-06-18'))).toBe('give-up');
    expect(planAutomatic(given({ ...announced, dueAt: null }), morning('2026-06-18'))).toBe('give-up');
  });
});

describe('hours of Paris', () => {
  it.each([
    ['2026-06-17T06:00:00.000Z', '2026-06-18T06:00:00.000Z'],
    ['2026-06-17T22:30:00.000Z', '2026-06-19T06:00:00.000Z'],
    // The clocks change in the night that follows.
    ['2026-03-28T12:00:00.000Z', '2026-03-29T06:00:00.000Z'],
    ['2026-10-24T12:00:00.000Z', '2026-10-25T07:00:00.000Z'],
  ])('the morning after %s is %s', (now, expected) => {
    expect(nextMorning(new Date(now)).toISOString()).toBe(expected);
  });

  it.each([
    ['2026-06-17T05:59:59.999Z', '2026-06-17T06:00:00.000Z'],
    ['2026-06-17T06:00:00.000Z', '2026-06-18T06:00:00.000Z'],
    ['2026-06-17T22:30:00.000Z', '2026-06-18T06:00:00.000Z'],
    ['2026-03-29T00:30:00.000Z', '2026-03-29T06:00:00.000Z'],
  ])('the next morning from %s on is %s', (now, expected) => {
    expect(findNextMorning(new Date(now)).toISOString()).toBe(expected);
  });

  it.each([
    ['2026-06-17T05:59:59.999Z', false],
    ['2026-06-17T06:00:00.000Z', true],
    ['2026-06-17T17:59:59.999Z', true],
    ['2026-06-17T18:00:00.000Z', false],
    ['2026-12-17T06:59:59.999Z', false],
    ['2026-12-17T07:00:00.000Z', true],
  ])('whether %s is a decent hour: %s', (now, expected) => {
    expect(isDaytime(new Date(now))).toBe(expected);
  });
});
