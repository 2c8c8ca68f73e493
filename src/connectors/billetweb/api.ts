import { Buffer } from 'node:buffer';
import type { z } from 'zod';
import type { ConnectorContext } from '../connector';
import { createHttpClient, type HttpPolicy, type VendorVerdict } from '../http';
import {
  attendeeSchema,
  changeSchema,
  errorSchema,
  eventSchema,
  sessionSchema,
  tariffSchema,
  type BilletwebAttendee,
  type BilletwebChange,
  type BilletwebEvent,
  type BilletwebSession,
  type BilletwebTariff,
} from './schema';
import { AppError } from '@/domain/errors';

/** The documented error says hits are counted per minute; used when there is no `Retry-After`. */
const rateLimitPauseSeconds = 60;

export type BilletwebApi = {
  /** Tickets of the whole account changed since then, refunds included: which events to read again. */
  listChanges(since: Date): Promise<readonly BilletwebChange[]>;
  /** Every event, finished ones included: there is no way to ask for some. */
  listEvents(): Promise<readonly BilletwebEvent[]>;
  /** Events that are not over, for a test of the connection. */
  listCurrentEvents(): Promise<readonly BilletwebEvent[]>;
  /** Sessions on sale or over; `disabled` adds those taken off sale. */
  listSessions(eventId: string, options?: { readonly disabled: boolean }): Promise<readonly BilletwebSession[]>;
  listTariffs(eventId: string): Promise<readonly BilletwebTariff[]>;
  /** Every ticket of an event, refunded ones included. */
  listAttendees(eventId: string): Promise<readonly BilletwebAttendee[]>;
};

/** Billetweb's five lists. Credentials travel in a header, so that they never are in an address. */
export function createApi(context: ConnectorContext, policy: HttpPolicy): BilletwebApi {
  const { accessKey, secretKey } = context.credentials;
  const basic = Buffer.from(`${accessKey?.trim() ?? ''}:${secretKey.trim()}`, 'utf8').toString('base64');
  const client = createHttpClient(context, {
    policy,
    headers: { authorization: `Basic ${basic}` },
    rateLimitPauseSeconds,
    judge,
  });

  async function list<Row extends z.ZodType>(
    path: string,
    row: Row,
    query: Record<string, string> = {},
  ): Promise<z.output<Row>[]> {
    const request = { path, query: { ...query, version: '1' } };
    const rows = await client.requestRows(request, (json) => row.safeParse(json));
    if (!rows) throw new AppError('unexpected-answer', `${path}: no list`);
    return rows.map(({ data, error }, index) => {
      if (error === undefined) return data;
      const [issue] = error.issues;
      const place = [index, ...(issue?.path ?? [])].join('.');
      throw new AppError('unexpected-answer', `${path}: ${issue?.code ?? 'unknown'} at ${place}`);
    });
  }

  return {
    listChanges: (since) =>
      list('/attendees', changeSchema, { last_update: String(Math.floor(since.getTime() / 1000)), disabled: '1' }),
    listEvents: () => list('/events', eventSchema, { past: '1' }),
    listCurrentEvents: () => list('/events', eventSchema),
    listSessions: (eventId, options) =>
      list(`${toEventPath(eventId)}/dates`, sessionSchema, {
        past: '1',
        ...(options?.disabled ? { disabled: '1' } : {}),
      }),
    listTariffs: (eventId) => list(`${toEventPath(eventId)}/tickets`, tariffSchema),
    listAttendees: (eventId) => list(`${toEventPath(eventId)}/attendees`, attendeeSchema, { disabled: '1' }),
  };
}

function toEventPath(eventId: string): string {
  return `/event/${encodeURIComponent(eventId)}`;
}

/** A key limited to some events is told apart from a wrong one by the words of the description only. */
function judge(json: unknown): VendorVerdict {
  const answer = errorSchema.safeParse(json);
  if (!answer.success) return null;
  const { error, description } = answer.data;
  if (error === 'rate_limiting') return 'rate-limited';
  if (error !== 'unauthorized') return null;
  return /specific|limit|restrict|certain/i.test(description ?? '')
    ? new AppError('insufficient-rights', 'the key is limited to some events')
    : new AppError('invalid-credentials', 'the user or the key is not known');
}
