import { z } from 'zod';
import type { EventAccount } from './transform';

/** Where the walk is. Each step asks for pages until its list is at its end; `walk-tickets.ts` says what each is for. */
const stepSchema = z.enum(['first-page', 'recent', 'older', 'gaps', 'tail', 'again', 'done']);

const rowsSchema = z.array(z.tuple([z.int(), z.number()]));
/** What was read of a list: rows of its last page (number, update), and the greatest update. */
const chainSchema = z.object({ rows: rowsSchema, updatedAt: z.number().nullable() });
export type Chain = z.output<typeof chainSchema>;

/** Where a list was left: cursor after its last ticket, update of that ticket, rows of its page. */
const placeSchema = z.object({ cursor: z.string(), updatedAt: z.number(), rows: rowsSchema });

const skipCodes = ['amount-out-of-bounds', 'foreign-tax-rate', 'unsupported-currency', 'unexpected-series'] as const;
const accountSchema = z.object({
  tally: z.object({
    paidCents: z.record(z.string().regex(/^\d+$/), z.int()),
    paidTickets: z.int(),
    freeTickets: z.int(),
    freeRates: z.array(z.int().nullable()),
  }),
  skip: z.object({ code: z.enum(skipCodes), precision: z.string().optional() }).nullable(),
  unknownStatus: z.string().nullable(),
  startAt: z.number().nullable(),
  endAt: z.number().nullable(),
});
const eventSchema = accountSchema.extend({
  isChanged: z.boolean(),
  isOlderRead: z.boolean(),
  mustReadAgain: z.boolean(),
});
export type WalkedEvent = EventAccount & { isChanged: boolean; isOlderRead: boolean; mustReadAgain: boolean };

const walkSchema = z.object({
  version: z.literal(1),
  organizer: z.string(),
  /** Milliseconds: a ticket updated later than this is a recent one, and changes its event. */
  boundary: z.number(),
  /** Milliseconds, by our clock. */
  startedAt: z.number(),
  step: stepSchema,
  /** Of the next page of this step; null at the beginning of its list. */
  cursor: z.string().nullable(),
  chain: chainSchema,
  /** Up to here the older tickets of all events are counted, from the very first one on; null when none is. */
  olderEnd: placeSchema.nullable(),
  /** Update of the very first ticket. */
  oldestAt: z.number().nullable(),
  olderPages: z.int(),
  recentPages: z.int(),
  /** The walk began at the very first ticket and never jumped: nothing is missing. */
  isWhole: z.boolean(),
  recentEnd: placeSchema.nullable(),
  /** The event whose older tickets are being read. */
  gapEventId: z.string().nullable(),
  tickets: z.int(),
  events: z.record(z.string(), eventSchema),
});
export type Walk = Omit<z.output<typeof walkSchema>, 'events'> & { readonly events: Record<string, WalkedEvent> };

export function startChain(): Chain {
  return { rows: [], updatedAt: null };
}

export type WalkStart = {
  readonly organizer: string;
  /** Changes since this instant, itself included. */
  readonly since: Date;
  readonly startedAt: Date;
  /** A first synchronisation looks at the very first ticket: most accounts are younger than what is asked. */
  readonly isFirst: boolean;
};

export function startWalk({ organizer, since, startedAt, isFirst }: WalkStart): Walk {
  return {
    version: 1,
    organizer,
    boundary: since.getTime() - 1,
    startedAt: startedAt.getTime(),
    step: isFirst ? 'first-page' : 'recent',
    cursor: null,
    chain: startChain(),
    olderEnd: null,
    oldestAt: null,
    olderPages: 0,
    recentPages: 0,
    isWhole: false,
    recentEnd: null,
    gapEventId: null,
    tickets: 0,
    events: {},
  };
}

/** The walk left by a run that stopped; null when it is no walk of ours, or of another account or period. */
export function resumeWalk(checkpoint: string, { organizer, since }: WalkStart): Walk | null {
  const walk = walkSchema.safeParse(parseJson(checkpoint)).data;
  if (walk?.organizer !== organizer || walk.boundary !== since.getTime() - 1) return null;
  return walk;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
