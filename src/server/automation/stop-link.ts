import 'server-only';
import { readMailToken, signMailToken } from './mail-token';

export type StopRequest = { readonly declarationId: string; readonly userId: string };

/** The page where the reader of an announcement stops what it announces, without signing in. It can do nothing else. */
export function toStopHref(baseUrl: string, { declarationId, userId }: StopRequest): string {
  return `${baseUrl}/envoi-automatique/${signMailToken('stop-transmission', [declarationId, userId])}`;
}

/** What a link stops, and for whom; null when we did not make it. */
export function readStopToken(token: string): StopRequest | null {
  const [declarationId, userId] = readMailToken('stop-transmission', token) ?? [];
  return declarationId === undefined || userId === undefined ? null : { declarationId, userId };
}
