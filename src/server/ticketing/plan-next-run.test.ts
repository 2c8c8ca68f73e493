import { describe, expect, it } from '@jest/globals';
import { toParisDay, toParisTime } from '@/domain/calendar';
import { planNextRun } from './plan-next-run';

const id = '0199a0de-0000-7000-8000-000000000001';
const healthy = { id, consecutiveFailures: 0, errorCode: null };

describe('planNextRun', () => {
  it('gives a healthy connection its own minute of the coming night, Paris time', () => {
    const afternoon = planNextRun(healthy, new Date('2026-06-26T14:00:00Z'));
    expect(toParisDay(afternoon)).toBe('2026-06-27');
    expect(toParisTime(afternoon) >= '01:00' && toParisTime(afternoon) < '06:00').toBe(true);
  });

  it('gives the same minute each night, nights of 23 and 25 hours included', () => {
    const days = ['2026-03-28T14:00:00Z', '2026-06-26T14:00:00Z', '2026-10-24T14:00:00Z', '2026-12-24T14:00:00Z'];
    const other = { ...healthy, id: '0199a0de-0000-7000-8000-00000000000c' };
    const times = days.map((day) => toParisTime(planNextRun(other, new Date(day))));
    expect(new Set(times).size).toBe(1);
  });

  it('runs an hour later on the night that has no second hour', () => {
    const other = { ...healthy, id: '0199a0de-0000-7000-8000-00000000000b' };
    expect(toParisTime(planNextRun(other, new Date('2026-03-27T14:00:00Z')))).toBe('02:39');
    expect(toParisTime(planNextRun(other, new Date('2026-03-28T14:00:00Z')))).toBe('03:39');
  });

  it('comes to the next night when this night’s minute is past', () => {
    const first = planNextRun(healthy, new Date('2026-06-26T14:00:00Z'));
    const second = planNextRun(healthy, first);
    expect(second.getTime() - first.getTime()).toBe(24 * 3_600_000);
  });

  it('spreads connections over the night', () => {
    const hours = Array.from({ length: 400 }, (_, index) =>
      toParisTime(
        planNextRun(
          { ...healthy, id: `0199a0de-0000-7000-8000-${String(index).padStart(12, '0')}` },
          new Date('2026-06-26T14:00:00Z'),
        ),
      ).slice(0, 2),
    );
    for (const hour of ['01', '02', '03', '04', '05']) {
      expect(hours.filter((other) => other === hour).length).toBeGreaterThan(50);
    }
  });

  it('lets no five minutes of the night start more than twice the even share of ten thousand connections', () => {
    const rounds = Map.groupBy(
      Array.from({ length: 10_000 }, (_, index) =>
        planNextRun(
          {
            ...healthy,
            id: `0199a0de-${(index * 7919).toString(16).padStart(4, '0').slice(-4)}-7000-8000-${String(index).padStart(12, '0')}`,
          },
          new Date('2026-06-26T14:00:00Z'),
        ).getTime(),
      ),
      (moment) => Math.floor(moment / 300_000),
    );
    expect(rounds.size).toBe(60);
    expect(Math.max(...[...rounds.values()].map(({ length }) => length))).toBeLessThan(2 * (10_000 / 60));
  });

  const now = new Date('2026-06-26T14:00:00Z');
  it.each([
    ['unavailable', 1, 15 * 60_000],
    ['rate-limited', 2, 60 * 60_000],
    ['unavailable', 3, 240 * 60_000],
  ] as const)(
    'asks a provider in trouble (%s) again soon after failure %d',
    (errorCode, consecutiveFailures, delay) => {
      expect(planNextRun({ id, consecutiveFailures, errorCode }, now).getTime() - now.getTime()).toBe(delay);
    },
  );

  it.each([
    ['unavailable', 4, '2026-06-27'],
    ['invalid-credentials', 1, '2026-06-27'],
    ['invalid-credentials', 4, '2026-06-27'],
    ['invalid-credentials', 5, '2026-06-29'],
    ['unavailable', 9, '2026-06-29'],
    ['unavailable', 10, '2026-07-03'],
    ['insufficient-rights', 40, '2026-07-03'],
  ] as const)('slows down as %s repeats: failure %d waits until the night of %s', (errorCode, failures, day) => {
    expect(toParisDay(planNextRun({ id, consecutiveFailures: failures, errorCode }, now))).toBe(day);
  });
});
