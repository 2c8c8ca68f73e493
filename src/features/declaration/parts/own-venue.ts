import { isSameVenue, type SeriesDefaults } from '@/domain/declaration/effective';
import type { Venue } from '@/domain/declaration/neutral';
import type { Edit } from '../store/store-types';

/**
 * What the choice of a venue for one performance writes, with the capacity known for it. The show's own value is written as none:
 * the performance goes on following the show.
 */
export function toOwnVenueEdits(
  common: Pick<SeriesDefaults, 'venue' | 'capacity'>,
  id: string,
  venue: Venue | null,
  capacity: number | null,
): readonly Edit[] {
  const own: Edit = {
    path: `performances.${id}.overrides.venue`,
    value: isSameVenue(venue, common.venue) ? null : venue,
  };
  if (capacity === null) return [own];
  return [
    own,
    { path: `performances.${id}.overrides.capacity`, value: capacity === common.capacity ? null : capacity },
  ];
}
