import { describe, expect, it } from '@jest/globals';
import { toPlaceId } from './field-ids';

describe('where a value is shown', () => {
  it('is its own field, or the line of its performance', () => {
    expect(toPlaceId('series.expenses.total')).toBe('series.expenses.total');
    expect(toPlaceId('organization.sacdId')).toBe('organization.sacdId');
    expect(toPlaceId('performances.rep-1.corrected.amounts')).toBe('performances.rep-1.dates');
    expect(toPlaceId('performances.rep-1.overrides.venue')).toBe('performances.rep-1.dates');
  });
});
