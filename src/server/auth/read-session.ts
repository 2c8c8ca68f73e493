import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { parseCookies } from 'better-auth/cookies';
import { type Database } from '@/server/db/client';
import { env } from '@/server/env';
import { type SignedInUser } from '@/server/trpc/context';
import { auth, SESSION_RENEWAL_SECONDS, SESSION_SECONDS } from './auth';

export type FoundSession = { readonly user: SignedInUser; readonly isOld: boolean };

/**
 * The person behind the session cookie, or null. One query, on the session and the person together: a sign-out, a reset
 * of the password or a ban is effective at the next request.
 */
export async function readSession(db: Database, headers: Headers): Promise<SignedInUser | null> {
  return (await findSession(db, headers))?.user ?? null;
}

/** The same, with whether the session is old enough (a day) to be prolonged. */
export async function findSession(db: Database, headers: Headers): Promise<FoundSession | null> {
  const token = await readToken(headers);
  if (token === null) return null;
  const [row] = await db.$queryRaw<(Omit<SignedInUser, 'isAdmin'> & { role: string; isOld: boolean })[]>`
    SELECT "User".id, email, firstname, lastname, role,
      "expiresAt" < now() + make_interval(secs => ${SESSION_SECONDS - SESSION_RENEWAL_SECONDS}) AS "isOld"
    FROM "Session" JOIN "User" ON "User".id = "Session"."userId"
    WHERE token = ${token} AND "expiresAt" > now() AND NOT (banned AND COALESCE("banExpires" > now(), true))`;
  if (!row) return null;
  const { role, isOld, ...user } = row;
  return { user: { ...user, isAdmin: role === 'admin' }, isOld };
}

/** The token of a cookie that we signed: `<token>.<base64 of HMAC-SHA-256>`, as Better Auth writes it. */
async function readToken(headers: Headers): Promise<string | null> {
  const { authCookies } = await auth().$context;
  const cookie = parseCookies(headers.get('cookie') ?? '').get(authCookies.sessionToken.name);
  if (!cookie) return null;
  const value = decode(cookie);
  const dot = value.lastIndexOf('.');
  if (dot < 1) return null;
  const token = value.slice(0, dot);
  const signature = Buffer.from(value.slice(dot + 1), 'base64');
  const expected = createHmac('sha256', env().AUTH_SECRET).update(token).digest();
  return signature.length === expected.length && timingSafeEqual(signature, expected) ? token : null;
}

function decode(cookie: string): string {
  try {
    return decodeURIComponent(cookie);
  } catch {
    return '';
  }
}
