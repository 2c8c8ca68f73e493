import type { z } from 'zod';
import type { ConnectorContext } from '../connector';
import { createHttpClient, type HttpPolicy } from '../http';
import { readBearerKey } from '../read-bearer-key';
import { eventPageSchema, ticketPageSchema, type ShotgunEvent, type ShotgunTicket } from './schema';
import { AppError } from '@/domain/errors';

/** What `…_API_BASE_URL` replaces, both at once. */
export const ticketsOrigin = 'https://api.shotgun.live';
const eventsOrigin = 'https://smartboard-api.shotgun.live';

/** The quota is counted per minute; used when there is no `Retry-After`. */
const rateLimitPauseSeconds = 60;

const ticketsPerPage = 100;
export const eventsPerPage = 100;

export type TicketQuery = {
  /** An ISO instant (tickets updated after it), or what `next` of the page before said. Absent: from the very first ticket. */
  readonly after?: string;
  /** Only the tickets of this event. */
  readonly eventId?: string;
};
export type TicketPage = {
  /** By update, then number. */
  readonly tickets: readonly ShotgunTicket[];
  /** `after` of the following page; null when there is none. */
  readonly next: string | null;
};
export type EventList = 'upcoming' | 'past';

export type ShotgunApi = {
  /** At most 100 tickets. */
  listTickets(query: TicketQuery): Promise<TicketPage>;
  /** At most `limit` events; pages are numbered from 0 in each list. */
  listEvents(list: EventList, page: number, limit?: number): Promise<readonly ShotgunEvent[]>;
};

/**
 * Shotgun's two services. The token of the tickets travels in a header; that of the events can only be a parameter, which neither logs
 * nor errors ever hold. A next page is asked for at the configured address, whatever address `next` names.
 */
export function createApi(context: ConnectorContext, policy: HttpPolicy): ShotgunApi {
  const organizer = context.credentials.accessKey?.trim() ?? '';
  const token = readBearerKey(context.credentials.secretKey);
  const common = { policy, rateLimitPauseSeconds, judge: () => null };
  const tickets = createHttpClient(context, { ...common, headers: { authorization: `Bearer ${token}` } });
  const events = createHttpClient({ ...context, baseUrl: toEventsBase(context.baseUrl) }, { ...common, headers: {} });
  let keyName: 'key' | 'token' = 'key';

  /** Tokens issued before July 2025 are refused as `key` and accepted as `token`. */
  async function requestEvents(path: string, query: Readonly<Record<string, string>>): Promise<unknown> {
    try {
      return await events.requestJson({ path, query: { [keyName]: token, ...query } });
    } catch (error) {
      if (keyName === 'token' || !(error instanceof AppError) || error.code !== 'invalid-credentials') throw error;
      keyName = 'token';
      return await events.requestJson({ path, query: { [keyName]: token, ...query } });
    }
  }

  return {
    async listTickets({ after, eventId }) {
      const query = {
        organizer_id: organizer,
        ...(eventId === undefined ? {} : { event_id: eventId }),
        ...(after === undefined ? {} : { after }),
      };
      const page = parse('/tickets', ticketPageSchema, await tickets.requestJson({ path: '/tickets', query }));
      if (!page.pagination && page.data.length >= ticketsPerPage)
        throw new AppError('unexpected-answer', '/tickets: a full page without what follows');
      return { tickets: page.data, next: readNext(page.pagination?.next ?? null, after) };
    },
    async listEvents(list, page, limit = eventsPerPage) {
      const path = `/api/shotgun/organizers/${encodeURIComponent(organizer)}/events`;
      // `past_events=false` would count as true.
      const which: Readonly<Record<string, string>> = list === 'past' ? { past_events: 'true' } : {};
      const json = await requestEvents(path, { page: String(page), limit: String(limit), ...which });
      return parse('/events', eventPageSchema, json).data;
    },
  };
}

/** One override for two hosts: only the vendor's own tickets address leads to another one for the events. */
export function toEventsBase(baseUrl: string): string {
  return baseUrl.replace(/\/+$/, '') === ticketsOrigin ? eventsOrigin : baseUrl;
}

function parse<Shape extends z.ZodType>(path: string, shape: Shape, json: unknown): z.output<Shape> {
  const parsed = shape.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError(
    'unexpected-answer',
    `${path}: ${issue?.code ?? 'unknown'} at ${issue?.path.join('.') || 'the root'}`,
  );
}

/** Only its cursor is kept: the rest is ours, or the token. A cursor that does not move would turn for ever. */
function readNext(next: string | null, after: string | undefined): string | null {
  if (next === null || next === '') return null;
  const cursor = URL.parse(next, ticketsOrigin)?.searchParams.get('after') ?? null;
  if (cursor === null || cursor === after) throw new AppError('unexpected-answer', '/tickets: next leads nowhere');
  return cursor;
}
