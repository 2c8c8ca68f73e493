import 'server-only';
import { env } from '@/server/env';

/**
 * True when a browser says that the request comes from our own pages. Every browser of today says so on a POST, by
 * `Origin`; one that says nothing at all is refused, for a session cookie may be along.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin') return false;
  return headers.get('origin') === new URL(env().APP_BASE_URL).origin;
}
