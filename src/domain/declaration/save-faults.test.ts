import { describe, expect, it } from '@jest/globals';
import { givenPair } from '@/testing/given-declaration';
import { givenDraft } from '@/testing/given-draft';
import { applyDraftPatch } from './apply-draft-patch';
import type { DraftPatch } from './draft';
import { findSaveFaults, type SaveFault } from './save-faults';

const draft = givenDraft();

describe('findSaveFaults', () => {
  it.each<[string, DraftPatch, SaveFault[]]>([
    ['an empty patch', {}, []],
    ['another field of the show', { series: { capacity: 12 } }, []],
    ['consistent expenses', { series: { expenses: { total: givenPair(300000, 316500) } } }, []],
    ['expenses emptied', { series: { expenses: { total: null } } }, []],
    [
      'a total below its parts',
      { series: { expenses: { total: givenPair(100, 106) } } },
      [{ field: 'series.expenses.total', code: 'parts-exceed-total' }],
    ],
    [
      'TTC below HT',
      { series: { expenses: { circus: givenPair(200, 100) } } },
      [{ field: 'series.expenses.circus', code: 'including-below-excluding' }],
    ],
    [
      'a sale price with TTC below HT',
      { series: { salePrice: givenPair(200, 100) } },
      [{ field: 'series.salePrice', code: 'including-below-excluding' }],
    ],
    ['a correction taken back', { performances: [{ id: 'rep-1', corrected: { amounts: null } }] }, []],
    [
      'a correction with one zero',
      { performances: [{ id: 'rep-1', corrected: { amounts: givenPair(0, 100) } }] },
      [{ field: 'performances.ticketing', code: 'amount-one-zero', performanceId: 'rep-1' }],
    ],
    [
      'bar revenue with TTC below HT',
      { performances: [{ id: 'rep-1', otherRevenue: { bar: givenPair(200, 100) } }] },
      [{ field: 'performances.otherRevenue.bar', code: 'including-below-excluding', performanceId: 'rep-1' }],
    ],
  ])('for %s', (_case, patch, faults) => {
    expect(findSaveFaults(applyDraftPatch(draft, patch), patch)).toEqual(faults);
  });

  it('does not look at what the patch leaves alone', () => {
    const odd = givenDraft({
      series: { expenses: { total: givenPair(1, 1), approach: givenPair(2, 2), circus: null } },
    });
    expect(findSaveFaults(odd, { series: { capacity: 12 } })).toEqual([]);
  });
});
