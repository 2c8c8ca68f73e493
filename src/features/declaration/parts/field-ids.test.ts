import { describe, expect, it } from '@jest/globals';
import { declarationFields } from '@/domain/declaration/issue';
import { locateHash, locateIssue, toFieldId, toPlaceId } from './field-ids';

describe('the field that an address names', () => {
  it.each([
    ['#performances.rep-1.venue', 'rep-1'],
    ['#performances.rep-1.capacity', 'rep-1'],
    ['#performances.rep-1.otherRevenue.bar', 'rep-1'],
    ['#performances.rep-1.tickets', null],
    ['#performances.capacity', null],
    ['#series.venue', null],
  ])('%s opens the details of %s', (hash, detailsOf) => {
    expect(locateHash(hash)).toEqual({ id: hash.slice(1), detailsOf });
  });

  it.each(declarationFields.filter((field) => field.startsWith('performances.')))(
    'leads where the list of what is missing does: %s',
    (field) => {
      const issue = { field, performanceId: 'rep-1' };
      expect(locateHash(`#${toFieldId(field, 'rep-1')}`)).toEqual(locateIssue(issue));
    },
  );

  it('reads what the browser wrote with escapes', () => {
    expect(locateHash('#performances.s%C3%A9ance.venue')).toEqual({
      id: 'performances.séance.venue',
      detailsOf: 'séance',
    });
  });

  it.each(['', '#', '#%E0%A4%A'])('is none for «%s»', (hash) => {
    expect(locateHash(hash)).toBeNull();
  });
});

describe('where a value is shown', () => {
  it('is its own field, or the line of its performance', () => {
    expect(toPlaceId('series.expenses.total')).toBe('series.expenses.total');
    expect(toPlaceId('organization.sacdId')).toBe('organization.sacdId');
    expect(toPlaceId('performances.rep-1.corrected.amounts')).toBe('performances.rep-1.dates');
    expect(toPlaceId('performances.rep-1.overrides.venue')).toBe('performances.rep-1.dates');
  });
});
