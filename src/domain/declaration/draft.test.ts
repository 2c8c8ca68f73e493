import { describe, expect, it } from '@jest/globals';
import { givenPair } from '@/testing/given-declaration';
import { givenDraft } from '@/testing/given-draft';
import { draftPatchSchema, draftSchema } from './draft';

describe('draft', () => {
  it('passes through its schema unchanged', () => {
    expect(draftSchema.parse(givenDraft())).toEqual(givenDraft());
  });

  it('keeps apart, in a patch, what is untouched and what is emptied', () => {
    const patch = {
      series: { venue: null, expenses: { total: givenPair(1, 1) } },
      performances: [{ id: 'rep-1', corrected: { amounts: null }, overrides: { capacity: 3 } }],
    };
    expect(draftPatchSchema.parse(patch)).toEqual(patch);
  });

  it('refuses a patch that no form can make', () => {
    expect(draftPatchSchema.safeParse({ series: { capacity: -1 } }).success).toBe(false);
    const performances = Array.from({ length: 1001 }, (_, index) => ({ id: String(index) }));
    expect(draftPatchSchema.safeParse({ performances }).success).toBe(false);
  });
});
