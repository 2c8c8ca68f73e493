import type { TicketingSystem } from '@/domain/ticketing/model';

/** What a first synchronisation has to read: totals of the account. */
export type Volume = { readonly tickets: number; readonly shows: number; readonly performances: number };

type Minimum = {
  /** The fewest requests that the API allows for a first synchronisation. */
  readonly first: (volume: Volume) => number;
  /** The same when nothing changed since. */
  readonly unchanged: number;
};

/** The reasons are in docs/performance.md. */
export const statedMinimum: Readonly<Record<TicketingSystem, Minimum>> = {
  // Two lists of the account; then tariffs and tickets of each show, and its dates when it has several.
  billetweb: {
    first: ({ shows, performances }) => 2 + shows * (performances > shows ? 3 : 2),
    unchanged: 1,
  },
  // A token, the association, pages of 100 tickets, then each form; unchanged, the token still lives.
  helloasso: { first: ({ tickets, shows }) => 2 + Math.ceil(tickets / 100) + shows, unchanged: 2 },
  // Pages of 10,000 changed tickets, shows by 200, a list of dates, then the tickets of the shows to read.
  mapado: {
    first: ({ tickets, shows }) => 2 * Math.ceil(tickets / 10_000) + Math.ceil(shows / 200) + 1,
    unchanged: 1,
  },
  // Pages of 100 tickets, a full last page being followed by an empty one; then the events by 100, those to come and those past.
  shotgun: {
    first: ({ tickets, shows }) => Math.floor(tickets / 100) + 1 + 1 + Math.ceil(shows / 100),
    unchanged: 1,
  },
  soticket: { first: () => 1, unchanged: 1 },
  supersoniks: { first: () => 1, unchanged: 1 },
};
