import { json, type Reply } from '../http/exchange';
import { type Listing, type ListedTicket } from './listing';

const pageSize = 100;

type Cursor = { readonly updatedAt: number; readonly id: number };

/**
 * `/tickets`: by update then id, at most 100 a page. `next` is a whole address of the production host, token included, and comes only
 * with a full page, so that the last page may be empty.
 */
export function answerTickets(listing: Listing, query: URLSearchParams, token: string): Reply {
  const after = readAfter(query.get('after'));
  if (after === 'unreadable') return json({ error: 'invalid_parameter', message: 'after must be an ISO date' }, 400);
  const eventId = query.get('event_id');
  if (eventId !== null && !/^\d+$/.test(eventId))
    return json({ error: 'invalid_parameter', message: 'event_id must be a number' }, 400);
  const page = readPage(listing, after, eventId);
  const last = page.at(-1);
  const next = page.length === pageSize && last ? toNext(query, last, token) : null;
  return json({
    params: Object.fromEntries([...query].filter(([name]) => name !== 'token')),
    pagination: next === null ? {} : { next },
    data: page.map((ticket) => ticket.encode()),
  });
}

/** An ISO date: tickets updated after it. With `_` and a ticket number: those that follow that ticket. */
function readAfter(text: string | null): Cursor | 'unreadable' | null {
  if (text === null) return null;
  const [, date = '', id] = /^(\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z)?)(?:_(\d+))?$/.exec(text) ?? [];
  const updatedAt = Date.parse(date);
  if (Number.isNaN(updatedAt)) return 'unreadable';
  return { updatedAt, id: id === undefined ? Infinity : Number(id) };
}

function readPage(listing: Listing, after: Cursor | null, eventId: string | null): readonly ListedTicket[] {
  const page: ListedTicket[] = [];
  for (let index = findStart(listing, after); index < listing.ticketCount && page.length < pageSize; index += 1) {
    const ticket = listing.ticketAt(index);
    if (eventId === null || ticket.eventId === eventId) page.push(ticket);
  }
  return page;
}

function findStart(listing: Listing, after: Cursor | null): number {
  if (!after) return 0;
  let [low, high] = [0, listing.ticketCount];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { updatedAt, id } = listing.ticketAt(middle);
    if (updatedAt > after.updatedAt || (updatedAt === after.updatedAt && id > after.id)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function toNext(query: URLSearchParams, last: ListedTicket, token: string): string {
  const next = new URL('https://api.shotgun.live/tickets');
  for (const [name, value] of query) if (name !== 'token') next.searchParams.set(name, value);
  next.searchParams.set('after', `${new Date(last.updatedAt).toISOString()}_${last.id}`);
  next.searchParams.set('token', token);
  return next.href;
}
