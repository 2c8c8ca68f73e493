import { z } from 'zod';
import { firstPage, type PagingProgress } from './paging';

/** What the walk of the changed tickets found so far. Numbers of tickets are for the size of the batches, not for the figures. */
export type Walk = {
  readonly ticketings: Map<string, number>;
  /** Dates whose show is still to be looked up. */
  readonly dates: Map<string, number>;
  progress: PagingProgress;
};

/** The engine takes no more; an account with so many shows starts its walk again. */
const maxCharacters = 4_000_000;

const counts = z.array(z.tuple([z.string(), z.number()]));
const checkpointSchema = z.object({
  version: z.literal(1),
  since: z.string(),
  ticketings: counts,
  dates: counts,
  next: z.record(z.string(), z.string()).nullable(),
  rows: z.number(),
  total: z.number().nullable(),
});

/** Numbers of shows and of pages: neither the token nor a person. Null when it would be too long. */
export function writeCheckpoint(walk: Walk, since: Date): string | null {
  const content: z.output<typeof checkpointSchema> = {
    version: 1,
    since: since.toISOString(),
    ticketings: [...walk.ticketings],
    dates: [...walk.dates],
    ...walk.progress,
  };
  const text = JSON.stringify(content);
  return text.length > maxCharacters ? null : text;
}

/** The walk to go on with: a new one when there is no checkpoint, when it cannot be read, or when it is that of another date. */
export function readCheckpoint(text: string | null | undefined, since: Date): Walk {
  const { data } = checkpointSchema.safeParse(parseJson(text ?? ''));
  if (data?.since !== since.toISOString()) return { ticketings: new Map(), dates: new Map(), progress: firstPage };
  const { ticketings, dates, next, rows, total } = data;
  return { ticketings: new Map(ticketings), dates: new Map(dates), progress: { next, rows, total } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
