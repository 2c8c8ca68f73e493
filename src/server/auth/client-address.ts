import 'server-only';

/** Set by our own handler and by nobody else: what Better Auth counts by. */
export const CLIENT_ADDRESS_HEADER = 'x-assistant-client-address';

/**
 * Address of the caller as the nearest proxy saw it: the last of `X-Forwarded-For`, the only one that the caller
 * cannot write. Null when there is none.
 */
export function readClientAddress(headers: Headers): string | null {
  return headers.get('x-forwarded-for')?.split(',').at(-1)?.trim() || null;
}
