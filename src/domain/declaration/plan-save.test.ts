import { describe, expect, it } from '@jest/globals';
import { givenPair } from '@/testing/given-declaration';
import { givenDraft, givenDraftPerformance } from '@/testing/given-draft';
import type { DraftPatch } from './draft';
import { planSave } from './plan-save';

const correction = { by: 'Nolwenn Cadiou', at: '2026-07-06T08:00:00.000Z' };
const earlier = { by: 'Yann Le Goff', at: '2026-07-02T08:00:00.000Z' };
const draft = givenDraft({
  performances: [
    givenDraftPerformance({ id: 'rep-1' }),
    givenDraftPerformance({
      id: 'rep-2',
      corrected: { amounts: null, taxRateBp: null, paidTickets: 100, freeTickets: null },
      correction: earlier,
    }),
  ],
});

function planPatch(performance: NonNullable<DraftPatch['performances']>[number]) {
  return planSave(draft, { performances: [performance] }, correction);
}

describe('planSave', () => {
  it('writes no performance when the patch speaks of the show alone', () => {
    const plan = planSave(draft, { series: { capacity: 200 } }, correction);
    expect(plan.changed).toEqual([]);
    expect(plan.correctedIds).toEqual([]);
    expect(plan.draft.series.capacity).toBe(200);
  });

  it('signs a correction', () => {
    const { changed, correctedIds } = planPatch({ id: 'rep-1', corrected: { paidTickets: 119 } });
    expect(correctedIds).toEqual(['rep-1']);
    expect(changed).toEqual([
      givenDraftPerformance({
        id: 'rep-1',
        corrected: { amounts: null, taxRateBp: null, paidTickets: 119, freeTickets: null },
        correction,
      }),
    ]);
  });

  it('keeps who corrected when something else is saved', () => {
    const { changed, correctedIds } = planPatch({ id: 'rep-2', otherRevenue: { bar: givenPair(1000, 1200) } });
    expect(correctedIds).toEqual([]);
    expect(changed.map((performance) => performance.correction)).toEqual([earlier]);
  });

  it('forgets the correction that says what was imported', () => {
    const { changed, correctedIds } = planPatch({ id: 'rep-2', corrected: { paidTickets: 120 } });
    expect(correctedIds).toEqual(['rep-2']);
    expect(changed).toEqual([givenDraftPerformance({ id: 'rep-2' })]);
  });

  it('keeps the answer about a performance that is gone, and forgets it when the performance is back', () => {
    const gone = givenDraft({ performances: [givenDraftPerformance({ id: 'rep-1', gone: true })] });
    const answer = { performances: [{ id: 'rep-1', absence: { kept: false } }] };
    expect(planSave(gone, answer, correction).changed).toEqual([
      givenDraftPerformance({ id: 'rep-1', gone: true, absence: { kept: false } }),
    ]);
    expect(planSave(draft, answer, correction).changed).toEqual([]);
  });

  it('corrects amounts by pairs', () => {
    const { changed } = planPatch({ id: 'rep-1', corrected: { amounts: givenPair(100, 106) } });
    expect(changed.map(({ corrected }) => corrected.amounts)).toEqual([givenPair(100, 106)]);
    expect(planPatch({ id: 'rep-1', corrected: { amounts: givenPair(170616, 180000) } }).changed).toEqual([]);
  });

  it.each([
    ['venue', { venue: { ...draft.series.venue, name: 'Salle du Port' } }],
    ['capacity', { capacity: 90 }],
    ['audience', { audience: 'SCHOOL' }],
    ['rate', { taxRateBp: 210 }],
  ] as const)('writes an override of %s', (_case, overrides) => {
    const venue = draft.series.venue ?? {
      name: '',
      address: { street: '', postalCode: '', city: '', countryCode: '' },
    };
    const patch = 'venue' in overrides ? { venue: { ...venue, name: overrides.venue.name } } : overrides;
    expect(planPatch({ id: 'rep-1', overrides: patch }).changed).toHaveLength(1);
  });

  it('erases an override that has become the value of the show', () => {
    const own = { ...givenDraftPerformance().overrides, capacity: 90 };
    const before = givenDraft({ performances: [givenDraftPerformance({ overrides: own })] });
    const { changed } = planSave(before, { series: { capacity: 90 } }, correction);
    expect(changed).toEqual([givenDraftPerformance()]);
  });

  it('ignores performances that the draft does not hold', () => {
    expect(planPatch({ id: 'rep-9', corrected: { paidTickets: 1 } }).changed).toEqual([]);
  });
});
