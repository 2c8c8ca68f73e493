import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/domain/errors';
import { readClientAddress } from '@/server/auth/client-address';
import { withCorrelation } from '@/server/correlation';
import { database, type Database } from '@/server/db/client';
import { logger } from '@/server/logger';
import { limitRequests } from '@/server/rate-limit/limit-requests';
import { type RateLimitName } from '@/server/rate-limit/rate-limits';
import { answerOnce, toFingerprint } from './answer-once';
import { authenticateKey, type PushCaller } from './authenticate-key';
import { pushHandlers, readPath } from './push-handlers';
import { type PushOperation, type PushOperationId, pushOperations } from './push-operations';
import { PushProblem, toProblemBody } from './push-problem';
import { readJsonBody } from './read-body';
import { toIssue } from './read-show';

/** Next.js gives no parameters at all to a route without any. */
type RouteContext = { readonly params: Promise<Readonly<Record<string, string | undefined>> | undefined> };

const idempotencyKeyPattern = /^[\x21-\x7e]{1,255}$/;
const json = 'application/json; charset=utf-8';

/** The route handler of one operation: `export const PUT = handlePush('putShow')`. */
export function handlePush(id: PushOperationId) {
  return (request: Request, { params }: RouteContext): Promise<Response> => {
    const correlationId = randomUUID();
    return withCorrelation(correlationId, async () => {
      const startedAt = performance.now();
      const response = await answer(database(), id, request, (await params) ?? {}).catch((error: unknown) =>
        refuse(id, error),
      );
      response.headers.set('Cache-Control', 'no-store');
      response.headers.set('X-Correlation-Id', correlationId);
      const milliseconds = Math.round(performance.now() - startedAt);
      logger().info({ operation: id, status: response.status, milliseconds }, 'push request answered');
      return response;
    });
  };
}

async function answer(
  db: Database,
  id: PushOperationId,
  request: Request,
  params: Readonly<Record<string, string | undefined>>,
): Promise<Response> {
  const operation: PushOperation = pushOperations[id];
  const now = new Date();
  const caller = await authenticate(db, request, now);
  await limit('push', caller.keyId);
  if (operation.scope !== null && !caller.scopes.includes(operation.scope)) {
    throw new PushProblem('insufficient-scope', { scope: operation.scope });
  }
  const path = readPath(params);
  const key = operation.method === 'GET' ? null : readIdempotencyKey(request.headers);
  const body = operation.body === null ? null : await readJsonBody(request);
  const query = new URL(request.url).searchParams;
  const work = pushHandlers[id]({ db, caller, path, query, body: body?.json ?? null, now });
  const reply = async () => {
    const { status, value } = await work();
    return { status, body: JSON.stringify(value) };
  };
  if (key === null) return toResponse(await reply());
  const fingerprint = toFingerprint(operation.method, JSON.stringify([id, path]), body?.text ?? '');
  const once = await answerOnce(db, { connectionId: caller.connectionId, key, fingerprint }, now, reply);
  return toResponse(once, once.isReplay ? { 'Idempotent-Replayed': 'true' } : {});
}

/** Who tries keys is slowed down by address; who has a good one never is. */
async function authenticate(db: Database, request: Request, now: Date): Promise<PushCaller> {
  try {
    return await authenticateKey(db, request.headers, now);
  } catch (error) {
    if (error instanceof PushProblem) await limit('push-refused', readClientAddress(request.headers) ?? 'unknown');
    throw error;
  }
}

async function limit(name: RateLimitName, key: string): Promise<void> {
  try {
    await limitRequests(name, key);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'too-many-requests') throw error;
    throw new PushProblem('too-many-requests', { retryAfterSeconds: Number(error.detail.retryAfterSeconds) });
  }
}

function readIdempotencyKey(headers: Headers): string | null {
  const key = headers.get('idempotency-key');
  if (key === null || idempotencyKeyPattern.test(key)) return key;
  throw new PushProblem('invalid-parameter', { errors: [toIssue('#header/Idempotency-Key', 'wrong-format')] });
}

function toResponse(
  { status, body }: { status: number; body: string },
  headers: Record<string, string> = {},
): Response {
  return new Response(body, { status, headers: { 'Content-Type': json, ...headers } });
}

function refuse(id: PushOperationId, error: unknown): Response {
  if (!(error instanceof PushProblem))
    logger().error({ operation: id, err: error }, 'push request failed unexpectedly');
  const problem = error instanceof PushProblem ? error : new PushProblem('internal');
  const body = toProblemBody(problem);
  const { scope, retryAfterSeconds } = problem.more;
  const challenge = toChallenge(problem, scope);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      'Content-Type': 'application/problem+json; charset=utf-8',
      'Content-Language': 'fr, en',
      ...(challenge === null ? {} : { 'WWW-Authenticate': challenge }),
      ...(retryAfterSeconds === undefined ? {} : { 'Retry-After': String(Math.max(1, retryAfterSeconds)) }),
    },
  });
}

/** RFC 6750. */
function toChallenge({ code }: PushProblem, scope: string | undefined): string | null {
  switch (code) {
    case 'missing-key':
      return 'Bearer realm="assistant-declaration"';
    case 'unknown-key':
    case 'revoked-key':
      return 'Bearer realm="assistant-declaration", error="invalid_token"';
    case 'insufficient-scope':
      return `Bearer realm="assistant-declaration", error="insufficient_scope", scope="${scope ?? ''}"`;
    default:
      return null;
  }
}
