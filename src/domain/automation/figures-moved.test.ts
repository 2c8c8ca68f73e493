import { describe, expect, it } from '@jest/globals';
import { givenDraftPerformance } from '@/testing/given-draft';
import { haveFiguresMoved } from './figures-moved';

const evening = givenDraftPerformance();
const draft = { performances: [evening] };
const correct = (corrected: Partial<typeof evening.corrected>) => ({
  performances: [{ ...evening, corrected: { ...evening.corrected, ...corrected } }],
});

const sellAtBar = (excludingTaxesCents: number, includingTaxesCents: number) => ({
  performances: [
    { ...evening, otherRevenue: { ...evening.otherRevenue, bar: { excludingTaxesCents, includingTaxesCents } } },
  ],
});

describe('whether a save moved figures', () => {
  it.each([
    ['nothing', draft, false],
    ['a correction that repeats the ticketing', correct({ paidTickets: 120 }), false],
    ['a correction', correct({ paidTickets: 121 }), true],
    ['a capacity', { performances: [{ ...evening, overrides: { ...evening.overrides, capacity: 200 } }] }, false],
    ['an answer about its absence', { performances: [{ ...evening, absence: { kept: true } }] }, true],
    ['bar revenue excluding taxes', sellAtBar(1, 0), true],
    ['bar revenue including taxes', sellAtBar(0, 1), true],
    ['a performance more', { performances: [evening, { ...evening, id: 'rep-2' }] }, true],
  ])('%s', (_name, after, expected) => {
    expect(haveFiguresMoved(draft, after)).toBe(expected);
  });
});
