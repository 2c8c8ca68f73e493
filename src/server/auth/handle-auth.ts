import 'server-only';
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { withCorrelation } from '@/server/correlation';
import { logger } from '@/server/logger';
import { auth } from './auth';
import { isSameOrigin } from '@/server/trpc/same-origin';
import { CLIENT_ADDRESS_HEADER, readClientAddress } from './client-address';

const MAX_BODY_BYTES = 16_384;
/** A sign-up answers no sooner: writing an account, or not, is hidden in this time. */
const SIGN_UP_MILLISECONDS = 600;

/**
 * /api/auth/*: sign-up, sign-in, confirmation, passwords, sign-out. The calls, for plain `fetch` (JSON in, JSON out,
 * `{ code, message }` when it fails):
 *
 * - POST /api/auth/sign-up/email `{ email, password, firstname, lastname, termsVersion }` → 200, whether the address
 *   is known or not; INVALID_EMAIL, NAME_REQUIRED, WEAK_PASSWORD, TERMS_NOT_ACCEPTED. `termsVersion` is the one of src/domain/terms.ts.
 * - POST /api/auth/sign-in/email `{ email, password }` → 200 and the cookie; 401 INVALID_EMAIL_OR_PASSWORD,
 *   403 EMAIL_NOT_VERIFIED (offer to send the mail again), 403 BANNED_USER.
 * - POST /api/auth/send-verification-email `{ email }` → 200 always.
 * - POST /api/auth/request-password-reset `{ email }` → 200 always; the mail leads to /nouveau-mot-de-passe?token=…
 * - POST /api/auth/reset-password `{ token, newPassword }` → 200, and every session is closed; 400 INVALID_TOKEN, WEAK_PASSWORD.
 * - POST /api/auth/sign-out `{}` → 200.
 *
 * All of them: 429 TOO_MANY_REQUESTS with `retryAfterSeconds`.
 */
export async function handleAuth(request: Request): Promise<Response> {
  return withCorrelation(randomUUID(), async () => {
    const startedAt = performance.now();
    const response = await answer(request);
    response.headers.set('Cache-Control', 'no-store');
    if (!new URL(request.url).pathname.endsWith('/sign-up/email')) return response;
    const left = SIGN_UP_MILLISECONDS - (performance.now() - startedAt);
    if (left > 0) await wait(left);
    // What Better Auth answers differs by a null between a new account and one that was there.
    return response.ok ? Response.json({ status: true }, { headers: { 'Cache-Control': 'no-store' } }) : response;
  });
}

async function answer(request: Request): Promise<Response> {
  if (Number(request.headers.get('content-length') ?? 0) > MAX_BODY_BYTES) return fail(413, 'BODY_TOO_LARGE');
  if (request.method !== 'GET' && !isSameOrigin(request.headers)) return fail(403, 'INVALID_ORIGIN');
  const headers = new Headers(request.headers);
  headers.delete(CLIENT_ADDRESS_HEADER);
  const address = readClientAddress(request.headers);
  if (address !== null) headers.set(CLIENT_ADDRESS_HEADER, address);
  try {
    const response = await auth().handler(new Request(request, { headers }));
    if (response.status === 429) return await tellWhenToTryAgain(response);
    return response;
  } catch (error) {
    logger().error({ err: error }, 'authentication failed unexpectedly');
    return fail(500, 'INTERNAL');
  }
}

/** Better Auth says it in a header, our own limits in the body: one form leaves. */
async function tellWhenToTryAgain(response: Response): Promise<Response> {
  const body: { retryAfterSeconds?: unknown } = Object(await response.json().catch(() => ({})));
  const seconds = Number(body.retryAfterSeconds ?? response.headers.get('x-retry-after') ?? 60);
  return fail(429, 'TOO_MANY_REQUESTS', { retryAfterSeconds: seconds }, { 'Retry-After': String(seconds) });
}

function fail(status: number, code: string, detail: object = {}, headers: HeadersInit = {}): Response {
  return Response.json({ code, message: code, ...detail }, { status, headers });
}
