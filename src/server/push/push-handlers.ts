import 'server-only';
import * as z from 'zod';
import { type Database } from '@/server/db/client';
import { rateLimits } from '@/server/rate-limit/rate-limits';
import { type PushCaller } from './authenticate-key';
import { findHeldShow, loadHeldShows } from './load-held-shows';
import { pushLimits } from './push-limits';
import { type PushOperationId } from './push-operations';
import { PushProblem } from './push-problem';
import { pushBatch } from './push-batch';
import { batchEnvelopeSchema, batchItemSchema, remoteIdSchema, showSchema, type Stored } from './push-schemas';
import { readShow, toIssue, toIssues } from './read-show';
import { receiveShow } from './receive-show';
import { removePerformance } from './remove-performance';

/** A request whose key, scope and form are right. */
export type PushCall = {
  readonly db: Database;
  readonly caller: PushCaller;
  readonly path: { readonly showId: string; readonly performanceId: string };
  readonly query: URLSearchParams;
  /** Parsed JSON; null when the operation takes no body. */
  readonly body: unknown;
  readonly now: Date;
};
export type PushAnswer = { readonly status: number; readonly value: unknown };

/** What is left to do once the request was judged right. Judging throws; only this is done once per Idempotency-Key. */
export type PushWork = () => Promise<PushAnswer>;

/** Each operation: judges its request, then says what to do. */
export const pushHandlers: Readonly<Record<PushOperationId, (call: PushCall) => PushWork>> = {
  getStatus:
    ({ db, caller }) =>
    async () => ({ status: 200, value: await describeCaller(db, caller) }),

  listShows: ({ db, caller, query }) => {
    const { limit, cursor } = readPaging(query);
    return async () => {
      const shows = await loadHeldShows(db, caller, { after: cursor, take: limit + 1 });
      const page = shows.slice(0, limit);
      const nextCursor = shows.length > limit ? (page.at(-1)?.id ?? null) : null;
      return { status: 200, value: { shows: page, nextCursor } };
    };
  },

  pushShows: ({ db, caller, body, now }) => {
    const envelope = batchEnvelopeSchema.safeParse(body);
    if (!envelope.success) throw new PushProblem('invalid-input', { errors: toIssues(envelope.error, '') });
    return async () => ({ status: 200, value: await pushBatch(db, caller, envelope.data.shows, now) });
  },

  getShow:
    ({ db, caller, path }) =>
    async () => {
      const show = await findHeldShow(db, caller, path.showId);
      if (!show) throw new PushProblem('not-found');
      return { status: 200, value: show };
    },

  putShow: ({ db, caller, path, body, now }) => {
    const form = showSchema.safeParse(body);
    if (!form.success) throw new PushProblem('invalid-input', { errors: toIssues(form.error, '') });
    const read = readShow({ id: path.showId, ...form.data }, batchItemSchema, '', now);
    if (!read.ok) throw new PushProblem('invalid-input', { errors: read.errors });
    return async () => {
      const value: Stored = { ...(await receiveShow(db, caller, read.series, now)), warnings: [...read.warnings] };
      return { status: value.result === 'created' ? 201 : 200, value };
    };
  },

  removePerformance:
    ({ db, caller, path, now }) =>
    async () => {
      const value: Stored = { ...(await removePerformance(db, caller, path, now)), warnings: [] };
      return { status: 200, value };
    },
};

async function describeCaller(db: Database, caller: PushCaller) {
  const { name, siren } = await db.organization.findUniqueOrThrow({
    where: { id: caller.organizationId },
    select: { name: true, siren: true },
  });
  const { bodyBytes, showsPerRequest, performancesPerShow } = pushLimits;
  return {
    organization: { name, siren },
    editor: caller.editor,
    key: { hint: caller.hint, scopes: caller.scopes, createdAt: caller.createdAt.toISOString() },
    limits: { requestsPerMinute: rateLimits.push.points, bodyBytes, showsPerRequest, performancesPerShow },
  };
}

const pagingSchema = z.strictObject({
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.int().min(1).max(pushLimits.showsPerPage))
    .default(20),
  cursor: remoteIdSchema.optional(),
});

function readPaging(query: URLSearchParams): z.infer<typeof pagingSchema> {
  const paging = pagingSchema.safeParse(Object.fromEntries(query));
  if (!paging.success) throw new PushProblem('invalid-parameter', { errors: toIssues(paging.error, '#query') });
  return paging.data;
}

/** Identifiers of the address, checked. An operation without them gets empty ones. */
export function readPath(params: Readonly<Record<string, string | undefined>>): PushCall['path'] {
  const errors = Object.entries(params).flatMap(([name, value]) =>
    remoteIdSchema.safeParse(value).success ? [] : [toIssue(`#path/${name}`, 'wrong-format')],
  );
  if (errors.length > 0) throw new PushProblem('invalid-parameter', { errors });
  return { showId: params.showId ?? '', performanceId: params.performanceId ?? '' };
}
