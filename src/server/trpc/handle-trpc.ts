import 'server-only';
import { randomUUID } from 'node:crypto';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { AppError } from '@/domain/errors';
import { auth } from '@/server/auth/auth';
import { readClientAddress } from '@/server/auth/client-address';
import { findSession, type FoundSession } from '@/server/auth/read-session';
import { withCorrelation } from '@/server/correlation';
import { database } from '@/server/db/client';
import { logger } from '@/server/logger';
import { type Context } from './context';
import { toTrpcError } from './error';
import { appRouter } from './root';
import { isSameOrigin } from './same-origin';

/** A declaration of 500 performances, all corrected, weighs some 300 kB; a file of agencies of 2 MB, in base64, 2.7 MB. */
const MAX_BODY_BYTES = 3_000_000;

/** /api/trpc/*: queries and subscriptions by GET, mutations by POST from our own pages only. */
export async function handleTrpc(request: Request): Promise<Response> {
  if (request.method === 'POST') {
    if (!isSameOrigin(request.headers)) return refuse(403, 'forbidden');
    const body = await readBody(request);
    if (body === null) return refuse(413, 'invalid-input');
    return answer(new Request(request.url, { method: 'POST', headers: request.headers, body, signal: request.signal }));
  }
  return answer(request);
}

function answer(request: Request): Promise<Response> {
  const correlationId = randomUUID();
  return withCorrelation(correlationId, async () => {
    const found: { session: FoundSession | null } = { session: null };
    const response = await fetchRequestHandler({
      endpoint: '/api/trpc',
      req: request,
      router: appRouter,
      allowMethodOverride: false,
      async createContext(): Promise<Context> {
        found.session = await findSession(database(), request.headers);
        const ipAddress = readClientAddress(request.headers);
        return { db: database(), user: found.session?.user ?? null, correlationId, ipAddress };
      },
      onError: ({ error, path, type }) => logFailure(error, path, type),
      responseMeta: () => ({
        headers: new Headers({ 'Cache-Control': 'no-store', 'X-Correlation-Id': correlationId }),
      }),
    });
    return found.session?.isOld ? prolongSession(request, response) : response;
  });
}

/** Once a day: Better Auth moves the end of the session, in the database and in the cookie. */
async function prolongSession(request: Request, response: Response): Promise<Response> {
  const renewed = await auth().api.getSession({ headers: request.headers, asResponse: true });
  const prolonged = new Response(response.body, response);
  for (const cookie of renewed.headers.getSetCookie()) prolonged.headers.append('Set-Cookie', cookie);
  return prolonged;
}

/** Expected failures are the person's business; the others are ours, and never hold the input. */
function logFailure(error: unknown, path: string | undefined, type: string): void {
  const { cause } = toTrpcError(error);
  if (cause instanceof AppError && cause.code !== 'internal') {
    logger().info({ path, type, code: cause.code, reason: cause.message }, 'refused');
    return;
  }
  const isOurs = toTrpcError(error).code === 'INTERNAL_SERVER_ERROR';
  if (isOurs) logger().error({ path, type, err: cause ?? error }, 'procedure failed unexpectedly');
  else logger().info({ path, type, code: toTrpcError(error).code }, 'refused');
}

/** The body, or null when it is over the limit, whatever its announced length. */
async function readBody(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return null;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_BODY_BYTES) return null;
    chunks.push(chunk);
  }
  return Uint8Array.from(Buffer.concat(chunks));
}

/** In the form of tRPC, so that the client says it as any other failure. */
function refuse(httpStatus: number, appCode: 'forbidden' | 'invalid-input'): Response {
  const code = appCode === 'forbidden' ? 'FORBIDDEN' : 'PAYLOAD_TOO_LARGE';
  const error = { message: appCode, code: -32_600, data: { code, httpStatus, appCode, detail: {} } };
  return Response.json({ error }, { status: httpStatus, headers: { 'Cache-Control': 'no-store' } });
}
