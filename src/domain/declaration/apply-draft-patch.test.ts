import { describe, expect, it } from '@jest/globals';
import { givenPair } from '@/testing/given-declaration';
import { givenDraft, givenDraftPerformance } from '@/testing/given-draft';
import { applyDraftPatch } from './apply-draft-patch';
import type { DraftPatch } from './draft';

const draft = givenDraft({ performances: [givenDraftPerformance(), givenDraftPerformance({ id: 'rep-2' })] });
const [first, second] = draft.performances;

describe('applyDraftPatch', () => {
  it('changes nothing when the patch says nothing', () => {
    expect(applyDraftPatch(draft, {})).toEqual(draft);
    expect(applyDraftPatch(draft, { series: { expenses: {} }, performances: [{ id: 'rep-1' }] })).toEqual(draft);
  });

  const patch: DraftPatch = {
    organization: { sacemId: null, sacdId: '1' },
    series: { genre: 'DANCE', capacity: null, venue: undefined, expenses: { approach: givenPair(1, 2) } },
    performances: [
      {
        id: 'rep-2',
        corrected: { paidTickets: 5 },
        otherRevenue: { bar: givenPair(10, 12) },
        overrides: { capacity: 90 },
      },
      { id: 'unknown', corrected: { paidTickets: 1 } },
    ],
  };

  it('replaces what the patch names, null included, and nothing else', () => {
    expect(applyDraftPatch(draft, patch)).toEqual({
      organization: { ...draft.organization, sacemId: null, sacdId: '1' },
      series: {
        ...draft.series,
        genre: 'DANCE',
        capacity: null,
        expenses: { ...draft.series.expenses, approach: givenPair(1, 2) },
      },
      performances: [
        first,
        second && {
          ...second,
          corrected: { ...second.corrected, paidTickets: 5 },
          otherRevenue: { ...second.otherRevenue, bar: givenPair(10, 12) },
          overrides: { ...second.overrides, capacity: 90 },
        },
      ],
    });
  });

  it('laid twice, changes nothing more', () => {
    const once = applyDraftPatch(draft, patch);
    expect(applyDraftPatch(once, patch)).toEqual(once);
  });

  it('laid on somebody else’s newer draft, loses nothing of either', () => {
    const theirs = applyDraftPatch(draft, { series: { audience: 'SCHOOL' }, organization: { sacemId: '77' } });
    const both = applyDraftPatch(theirs, { series: { genre: 'DANCE' } });
    expect(both.series).toMatchObject({ audience: 'SCHOOL', genre: 'DANCE' });
    expect(both.organization.sacemId).toBe('77');
  });
});
