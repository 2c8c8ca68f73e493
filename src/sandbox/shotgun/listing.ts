import { type Season } from '../season/model';
import { encodeEvent, encodeTicket, type Encoded } from './encode';
import { distort } from './odd-account';

export type ListedTicket = {
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  readonly id: number;
  readonly eventId: string;
  readonly encode: () => Encoded;
};
export type ListedEvent = { readonly endsAt: number; readonly startsAt: number; readonly encoded: Encoded };

/** What an account holds, in the order Shotgun lists it. Tickets are written out when they are asked for only. */
export type Listing = {
  readonly ticketCount: number;
  /** By update, then id. */
  ticketAt(index: number): ListedTicket;
  /** Those that exist for their organiser: an unpublished event keeps its tickets and is in no list. */
  readonly events: readonly ListedEvent[];
};

/** Opens a season again and again: it is sorted anew only when sales moved. */
export function createSeasonListing(season: Season, isOdd: boolean): () => Listing {
  let known: { readonly signature: string; readonly listing: Listing } | null = null;
  return () => {
    const signature = toSignature(season);
    if (known?.signature !== signature) known = { signature, listing: toListing(season, isOdd) };
    return known.listing;
  };
}

function toSignature(season: Season): string {
  let count = 0;
  let sum = 0;
  for (const { tickets } of season.shows) {
    count += tickets.length;
    for (const { changedAt } of tickets) sum += changedAt.getTime() % 1_000_000_007;
  }
  return `${count} ${sum}`;
}

function toListing(season: Season, isOdd: boolean): Listing {
  const shows = season.shows.map((show) => {
    const { startAt = null, endAt = null } = show.sessions[0] ?? {};
    const encoded = isOdd
      ? distort(show.title, { event: encodeEvent(show), tickets: show.tickets.map((one) => encodeTicket(one, show)) })
      : null;
    const tickets = show.tickets.map((ticket, index): ListedTicket => {
      const encode = (): Encoded => encoded?.tickets[index] ?? encodeTicket(ticket, show);
      return { updatedAt: ticket.changedAt.getTime(), id: Number(ticket.id), eventId: show.id, encode };
    });
    const event = encoded ? encoded.event : encodeEvent(show);
    const startsAt = startAt?.getTime() ?? 0;
    return { tickets, events: event ? [{ encoded: event, startsAt, endsAt: endAt?.getTime() ?? startsAt }] : [] };
  });
  const tickets = shows.flatMap((show) => show.tickets).sort((a, b) => a.updatedAt - b.updatedAt || a.id - b.id);
  return {
    ticketCount: tickets.length,
    ticketAt: (index) => toKnown(tickets[index]),
    events: shows.flatMap((show) => show.events),
  };
}

function toKnown(ticket: ListedTicket | undefined): ListedTicket {
  if (!ticket) throw new RangeError('there is no such ticket');
  return ticket;
}
