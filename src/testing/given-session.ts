import { createHmac, randomUUID } from 'node:crypto';
import { auth, SESSION_SECONDS } from '@/server/auth/auth';
import { type Database } from '@/server/db/client';
import { env } from '@/server/env';

/** The headers of a signed-in person, without going through the sign-in page. */
export async function givenSession(
  db: Database,
  userId: string,
  expiresAt = new Date(Date.now() + SESSION_SECONDS * 1000),
): Promise<{ cookie: string }> {
  const token = randomUUID();
  await db.session.create({ data: { id: randomUUID(), token, userId, expiresAt } });
  const { authCookies } = await auth().$context;
  const signature = createHmac('sha256', env().AUTH_SECRET).update(token).digest('base64');
  return { cookie: `${authCookies.sessionToken.name}=${encodeURIComponent(`${token}.${signature}`)}` };
}
