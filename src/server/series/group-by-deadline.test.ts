import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sacemDeadlines, toDeadlineGroup } from '@/domain/calendar';
import { groupByDeadline } from './group-by-deadline';

const now = new Date('2026-06-26T10:00:00Z');
const day = 86_400_000;
const computeDueAt = (lastStartAt: Date) => sacemDeadlines(lastStartAt)[0].dueAt;

describe('groupByDeadline', () => {
  it('gives the same groups, in the same order, as computing every deadline', () => {
    const row = fc.record({
      age: fc.integer({ min: 0, max: 60 * 24 }),
      due: fc.option(fc.integer({ min: -900, max: 900 })),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (values) => {
        const rows = values.map(({ age, due }) => ({
          lastStartAt: new Date(now.getTime() - age * 3_600_000),
          dueAt: due === null ? null : new Date(now.getTime() + due * 3_600_000),
        }));
        const groups = groupByDeadline(rows, now, { computeDueAt, limit: 100 });
        for (const group of ['late', 'this-week', 'later'] as const) {
          const expected = rows
            .map(({ lastStartAt, dueAt }) => dueAt ?? computeDueAt(lastStartAt))
            .filter((dueAt) => toDeadlineGroup(dueAt, now) === group)
            .sort((left, right) => left.getTime() - right.getTime());
          expect(groups[group].shown.map(({ dueAt }) => dueAt)).toEqual(expected);
          expect(groups[group].count).toBe(expected.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('computes few deadlines, however many rows there are', () => {
    let computed = 0;
    const rows = Array.from({ length: 2000 }, (_, index) => ({
      lastStartAt: new Date(now.getTime() - index * day),
      dueAt: null,
    }));
    const { late } = groupByDeadline(rows, now, {
      computeDueAt: (lastStartAt) => {
        computed += 1;
        return computeDueAt(lastStartAt);
      },
      limit: 50,
    });
    expect([late.shown.length, late.count]).toEqual([50, 1989]);
    expect(computed).toBeLessThan(100);
  });
});
