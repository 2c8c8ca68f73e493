import { type Season } from '../season/model';
import { encodeEventDate, encodeTicket, encodeTicketing, toStatus, type Distortion } from './encode';
import { type Resource } from './resource';

/** Identifiers that a filter wants, short; null: no such filter. */
export type IdFilter = ReadonlySet<string> | null;

export type Filters = {
  readonly ids: IdFilter;
  readonly ticketings: IdFilter;
  readonly eventDates: IdFilter;
  readonly statuses: IdFilter;
  readonly types: IdFilter;
  readonly updatedSince: Date | null;
};

export type Rows = { readonly total: number; readonly rows: readonly Resource[] };
type Slice = { readonly offset: number; readonly size: number };
type List = (season: Season, filters: Filters, slice: Slice, distortion?: Distortion) => Rows;

/** Newest first: what is sold between two pages pushes the rest down. Only the rows of the page are written out. */
const listTickets: List = (season, filters, { offset, size }, distortion) => {
  const rows: Resource[] = [];
  let total = 0;
  for (const show of season.shows.toReversed()) {
    if (!matches(filters.ticketings, show.id)) continue;
    for (let index = show.tickets.length - 1; index >= 0; index -= 1) {
      const ticket = show.tickets[index];
      if (!ticket || (filters.updatedSince && ticket.changedAt < filters.updatedSince)) continue;
      if (!matches(filters.ids, ticket.id) || !matches(filters.eventDates, ticket.sessionId)) continue;
      if (filters.statuses && !filters.statuses.has(toStatus(ticket))) continue;
      if (total >= offset && rows.length < size) rows.push(encodeTicket(show, ticket, distortion));
      total += 1;
    }
  }
  return { total, rows };
};

const listEventDates: List = (season, filters, slice, distortion) => {
  const dates = season.shows.flatMap((show) => {
    if (!matches(filters.ticketings, show.id)) return [];
    return show.sessions.flatMap((session, position) => {
      const hidden = distortion?.hides?.(show, position) ?? null;
      if (!matches(filters.ids, session.id) || hidden === 'everywhere') return [];
      return hidden === 'listed' && !filters.ids ? [] : [() => encodeEventDate(show, position, distortion)];
    });
  });
  return take(dates, slice);
};

const listTicketings: List = (season, filters, slice, distortion) => {
  const shows = season.shows.filter(({ id }) => matches(filters.ids, id));
  const ticketings = shows.map((show) => encodeTicketing(show, distortion));
  return take(
    ticketings.filter(({ type }) => matches(filters.types, String(type))).map((ticketing) => () => ticketing),
    slice,
  );
};

function take(rows: readonly (() => Resource)[], { offset, size }: Slice): Rows {
  return { total: rows.length, rows: rows.slice(offset, offset + size).map((row) => row()) };
}

function matches(filter: IdFilter, id: string): boolean {
  return filter === null || filter.has(id);
}

/** The three lists, each with the filters it knows. */
export const collections: Readonly<Record<string, { readonly list: List; readonly filters: readonly string[] }>> = {
  tickets: { list: listTickets, filters: ['@id', 'user', 'updatedSince', 'ticketing', 'eventDate', 'status'] },
  event_dates: { list: listEventDates, filters: ['@id', 'user', 'ticketing'] },
  ticketings: { list: listTicketings, filters: ['@id', 'user', 'type'] },
};
