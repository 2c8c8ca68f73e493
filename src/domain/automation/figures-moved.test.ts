import { describe, expect, it } from '@jest/globals';
import { givenDraftPerformance } from '@/testing/given-draft';
import { haveFiguresMoved } from './figures-moved';

const evening = givenDraftPerformance();
const draft = { performances: [evening] };
const correct = (corrected: Partial<typeof evening.corrected>) => ({
  performances: [{ ...evening, corrected: { ...evening.corrected, ...corrected } }],
});

describe('whether a save moved figures', () => {
  it.each([
    ['nothing', draft, false],
    ['a correction that repeats the ticketing', correct({ paidTickets: 120 }), false],
    ['a correction', correct({ paidTickets: 121 }), true],
    ['a capacity', { performances: [{ ...evening, overrides: { ...evening.overrides, capacity: 200 } }] }, false],
    ['an answer about its absence', { performances: [{ ...evening, absence: { kept: true } }] }, true],
    ...(['excludingTaxesCents', 'includingTaxesCents'] as const).map(
      (key) =>
        [
          `bar ${key}`,
          {
            performances: [
              { ...evening, otherRevenue: { ...evening.otherRevenue, bar: { ...evening.otherRevenue.bar, [key]: 1 } } },
            ],
          },
          true,
        ] as const,
    ),
    ['a performance more', { performances: [evening, { ...evening, id: 'rep-2' }] }, true],
  ])('%s', (_name, after, expected) => {
    expect(haveFiguresMoved(draft, after)).toBe(expected);
  });
});
