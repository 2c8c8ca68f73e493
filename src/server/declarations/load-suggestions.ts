import 'server-only';
import { isSameVenue } from '@/domain/declaration/effective';
import { type Producer, type Venue } from '@/domain/declaration/neutral';
import { type Database } from '@/server/db/client';
import { type DeclarationPage } from './get-declaration.schema';
import { toVenue } from './series-row';

/** As many as a list of suggestions shows without scrolling. */
const suggestionLimit = 8;
/** Other shows looked at: the same venue usually serves many of them. */
const seriesLimit = 100;

type Suggestions = Omit<DeclarationPage['suggestions'], 'past'>;

/** Venues (each with its latest capacity) and producers of the structure's other shows, the last one saved first. */
export async function loadSuggestions(
  db: Database,
  { organizationId, seriesId }: { organizationId: string; seriesId: string },
): Promise<Suggestions> {
  const others = await db.series.findMany({
    where: {
      organizationId,
      id: { not: seriesId },
      OR: [{ venueId: { not: null } }, { producerSiren: { not: null } }],
    },
    select: {
      capacity: true,
      producerName: true,
      producerSiren: true,
      venue: { select: { name: true, street: true, postalCode: true, city: true, countryCode: true, kind: true } },
    },
    orderBy: [{ updatedAt: 'desc' }, { id: 'desc' }],
    take: seriesLimit,
  });
  const venues: { venue: Venue; capacity: number | null }[] = [];
  const producers: Producer[] = [];
  for (const other of others) {
    const venue = toVenue(other.venue);
    if (venue && !venues.some((known) => isSameVenue(known.venue, venue))) {
      venues.push({ venue, capacity: other.capacity });
    }
    const { producerName: name, producerSiren: siren } = other;
    if (name !== null && siren !== null && !producers.some((known) => known.siren === siren)) {
      producers.push({ name, siren });
    }
  }
  return { venues: venues.slice(0, suggestionLimit), producers: producers.slice(0, suggestionLimit) };
}
