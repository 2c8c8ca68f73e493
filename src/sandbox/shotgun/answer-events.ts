import { json, type Reply } from '../http/exchange';
import { type Listing } from './listing';

const usualLimit = 20;
const largestLimit = 100;

/**
 * The events of an organiser: those to come by date, or, as soon as `past_events` is given with any value, `false` included, those
 * that are over, latest first. Pages are numbered from 0.
 */
export function answerEvents(listing: Listing, query: URLSearchParams, now: Date): Reply {
  const page = readWhole(query.get('page'), 0);
  const limit = readWhole(query.get('limit'), usualLimit);
  if (page === null || limit === null || limit === 0)
    return json({ error: 'invalid_parameter', message: 'page and limit must be numbers' }, 400);
  const size = Math.min(limit, largestLimit);
  const wantsPast = query.has('past_events');
  const name = (query.get('name') ?? '').toLowerCase();
  const events = listing.events
    .filter(({ endsAt, encoded }) => {
      return endsAt < now.getTime() === wantsPast && String(encoded.name).toLowerCase().includes(name);
    })
    .sort((a, b) => (wantsPast ? b.startsAt - a.startsAt : a.startsAt - b.startsAt));
  return json({ data: events.slice(page * size, (page + 1) * size).map(({ encoded }) => encoded) });
}

function readWhole(text: string | null, absent: number): number | null {
  if (text === null) return absent;
  return /^\d+$/.test(text) ? Number(text) : null;
}
