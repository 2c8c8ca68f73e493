import type { MapadoApi } from './api';
import type { MapadoTicket, MapadoTicketing } from './schema';
import {
  addEventDate,
  addTicket,
  closeBook,
  isCounted,
  missDate,
  missTickets,
  openBook,
  type Book,
  type TransformedSeries,
} from './transform';

/** Shows read together: as many as one address holds, and not so many tickets that nothing is stored for long. */
const largestBatch = { shows: 200, tickets: 50_000 };

/** What it takes to read shows together. */
type BatchApi = Pick<MapadoApi, 'listEventDates' | 'readTickets'>;

type Reading = {
  readonly books: ReadonlyMap<string, Book>;
  readonly bookOfDate: Map<string, Book>;
  /** Dates looked up that are not of these shows, or that do not exist any more. */
  readonly strangeDates: Set<string>;
  /** Rows that belong to no known date. */
  strayRows: number;
  /** One of them is a ticket that counts. */
  hasStrayTicket: boolean;
};

/** `changedTickets` is known from the walk: at a first synchronisation, nearly all tickets of the show. */
export function toBatches(
  ticketings: readonly MapadoTicketing[],
  changedTickets: ReadonlyMap<string, number>,
): readonly (readonly MapadoTicketing[])[] {
  const batches: MapadoTicketing[][] = [];
  let tickets = Infinity;
  for (const ticketing of ticketings) {
    const expected = changedTickets.get(ticketing.id) ?? 0;
    const batch = batches.at(-1);
    if (batch && batch.length < largestBatch.shows && tickets + expected <= largestBatch.tickets) {
      batch.push(ticketing);
      tickets += expected;
    } else {
      batches.push([ticketing]);
      tickets = expected;
    }
  }
  return batches;
}

/**
 * Full totals of these shows: their dates in one list, their tickets in another, counted as they come and not kept. When a ticket
 * cannot be given to a show, or a show gets none, the batch is halved until the show at fault is alone.
 */
export async function readBatch(
  api: BatchApi,
  ticketings: readonly MapadoTicketing[],
): Promise<readonly TransformedSeries[]> {
  const reading = await readTogether(api, ticketings);
  const books = [...reading.books.values()];
  const unread = reading.strayRows === 0 ? books.filter(({ rows }) => rows === 0) : [];
  if (!reading.hasStrayTicket && unread.length === 0) return books.flatMap(closeBook);
  if (ticketings.length > 1) {
    const middle = Math.ceil(ticketings.length / 2);
    const first = await readBatch(api, ticketings.slice(0, middle));
    return [...first, ...(await readBatch(api, ticketings.slice(middle)))];
  }
  for (const book of books) if (reading.hasStrayTicket) missDate(book);
  unread.forEach(missTickets);
  return books.flatMap(closeBook);
}

async function readTogether(api: BatchApi, ticketings: readonly MapadoTicketing[]): Promise<Reading> {
  const books = new Map(ticketings.map((ticketing) => [ticketing.id, openBook(ticketing)]));
  const reading: Reading = {
    books,
    bookOfDate: new Map(),
    strangeDates: new Set(),
    strayRows: 0,
    hasStrayTicket: false,
  };
  const ids = [...books.keys()];
  await addDates(api, reading, { name: 'ticketing', ids });
  for await (const tickets of api.readTickets(ids)) {
    await lookUpDates(api, reading, tickets);
    for (const ticket of tickets) addToBook(reading, ticket);
  }
  return reading;
}

async function addDates(
  api: BatchApi,
  { books, bookOfDate }: Reading,
  filter: Parameters<BatchApi['listEventDates']>[0],
): Promise<ReadonlySet<string>> {
  const dates = await api.listEventDates(filter);
  for (const date of dates) {
    const book = books.get(date.ticketing ?? '');
    if (!book) continue;
    addEventDate(book, date);
    bookOfDate.set(date.id, book);
  }
  return new Set(dates.map(({ id }) => id));
}

/** A date may have been added since the list was read, or be kept out of it: then it is asked for by its number. */
async function lookUpDates(api: BatchApi, reading: Reading, tickets: readonly MapadoTicket[]): Promise<void> {
  const { bookOfDate, strangeDates } = reading;
  const missing = new Set<string>();
  for (const ticket of tickets) {
    const { eventDate } = ticket;
    if (eventDate === null || bookOfDate.has(eventDate) || strangeDates.has(eventDate) || !isCounted(ticket)) continue;
    missing.add(eventDate);
  }
  if (missing.size === 0) return;
  const found = await addDates(api, reading, { name: '@id', ids: [...missing] });
  for (const date of missing) if (!bookOfDate.has(date)) strangeDates.add(date);
  reading.hasStrayTicket ||= [...missing].some((date) => !found.has(date));
}

/** A ticket without date is a pass or a ticket given for later: it belongs to no performance. */
function addToBook(reading: Reading, ticket: MapadoTicket): void {
  const book = reading.bookOfDate.get(ticket.eventDate ?? '');
  if (book) addTicket(book, ticket);
  else reading.strayRows += 1;
}
