import { describe, expect, it } from '@jest/globals';
import { endOfParisDay } from '../calendar';
import { declarationStates } from '../declaration/status';
import { planReminder, type RemindedDeclaration, type ReminderKind, reminderKinds } from './plan-reminder';

const now = new Date('2026-06-15T06:00:00.000Z');
const dueOn = (day: string) => endOfParisDay(new Date(`${day}T10:00:00.000Z`));
const given = (values: Partial<RemindedDeclaration> = {}): RemindedDeclaration => ({
  state: 'draft',
  dueAt: dueOn('2026-07-20'),
  isReady: false,
  told: new Set(),
  muted: new Set(),
  ...values,
});
const kinds = (...names: ReminderKind[]) => new Set(names);

describe('planning a reminder', () => {
  it.each([
    ['2026-06-23', null],
    ['2026-06-22', 'week'],
    ['2026-06-17', 'week'],
    ['2026-06-16', 'day'],
    ['2026-06-15', 'day'],
    ['2026-06-14', 'late'],
    ['2024-06-14', 'late'],
  ] as const)('of a deadline on %s: %s', (day, kind) => {
    const dueAt = dueOn(day);
    expect(planReminder(given({ dueAt }), now)).toEqual({ tell: kind, settle: [] });
    if (kind) expect(planReminder(given({ dueAt, told: kinds(kind) }), now)).toEqual({ tell: null, settle: [] });
  });

  it('says nothing without a deadline', () => {
    expect(planReminder(given({ dueAt: null }), now)).toEqual({ tell: null, settle: [] });
    expect(planReminder(given({ dueAt: null, isReady: true }), now).tell).toBe('ready');
  });

  it.each(declarationStates)('of a declaration that is %s', (state) => {
    const expected = ['draft', 'refused', 'failed'].includes(state) ? 'day' : null;
    expect(planReminder(given({ state, dueAt: dueOn('2026-06-16') }), now).tell).toBe(expected);
  });

  it('says that a draft is ready, once, and of nothing else', () => {
    expect(planReminder(given({ isReady: true }), now)).toEqual({ tell: 'ready', settle: [] });
    expect(planReminder(given({ isReady: true, told: kinds('ready') }), now).tell).toBeNull();
    expect(planReminder(given({ isReady: true, state: 'refused' }), now).tell).toBeNull();
  });

  it('never says two things of one declaration on the same morning', () => {
    const ready = (day: string) => planReminder(given({ isReady: true, dueAt: dueOn(day) }), now);
    expect(ready('2026-06-22')).toEqual({ tell: 'ready', settle: ['week'] });
    expect(ready('2026-06-16')).toEqual({ tell: 'day', settle: ['ready'] });
    expect(ready('2026-06-10')).toEqual({ tell: 'late', settle: [] });
  });

  it('settles what is turned off, so that turning it on again brings nothing old', () => {
    const dueAt = dueOn('2026-06-22');
    expect(planReminder(given({ dueAt, muted: kinds('week') }), now)).toEqual({ tell: null, settle: ['week'] });
    expect(planReminder(given({ dueAt, isReady: true, muted: kinds('ready') }), now)).toEqual({
      tell: 'week',
      settle: ['ready'],
    });
    expect(planReminder(given({ isReady: true, muted: kinds(...reminderKinds) }), now)).toEqual({
      tell: null,
      settle: ['ready'],
    });
  });

  it('tells each kind once over a whole life, whatever mornings are missed', () => {
    const told = new Set<ReminderKind>();
    const said: string[] = [];
    for (let day = -20; day < 60; day += 1) {
      const morning = new Date(now.getTime() + day * 86_400_000);
      const { tell, settle } = planReminder(given({ dueAt: dueOn('2026-06-20'), told }), morning);
      if (tell) said.push(`${tell} ${morning.toISOString().slice(0, 10)}`);
      [tell, ...settle].forEach((kind) => kind && told.add(kind));
    }
    expect(said).toEqual(['week 2026-06-13', 'day 2026-06-19', 'late 2026-06-21']);
  });
});
