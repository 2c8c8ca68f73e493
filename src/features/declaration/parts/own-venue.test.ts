import { describe, expect, it } from '@jest/globals';
import { college, givenTwoEvenings } from '@/testing/given-declaration-page';
import { toOwnVenueEdits } from './own-venue';

const { series } = givenTwoEvenings();
const [venue, capacity] = ['performances.rep-1.overrides.venue', 'performances.rep-1.overrides.capacity'];

describe('the venue of one performance', () => {
  it('is its own when it differs from that of the show, with the capacity known for it', () => {
    expect(toOwnVenueEdits(series, 'rep-1', college, 90)).toEqual([
      { path: venue, value: college },
      { path: capacity, value: 90 },
    ]);
  });

  it('follows the show when it is the same', () => {
    const same = series.venue && { ...series.venue, address: { ...series.venue.address } };
    expect(same).not.toBeNull();
    expect(toOwnVenueEdits(series, 'rep-1', same, series.capacity)).toEqual([
      { path: venue, value: null },
      { path: capacity, value: null },
    ]);
  });

  it('leaves the capacity alone when none is known for the venue', () => {
    expect(toOwnVenueEdits(series, 'rep-1', college, null)).toEqual([{ path: venue, value: college }]);
  });
});
