import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/server/env';

/** What a link of a mail may do; a token of one purpose opens nothing else. */
export type MailPurpose = 'unsubscribe' | 'stop-transmission';

/** A token that says what it is about and that we made it: whoever holds the mail may do that one thing, without signing in. */
export function signMailToken(purpose: MailPurpose, parts: readonly string[]): string {
  const body = Buffer.from(JSON.stringify(parts)).toString('base64url');
  return `${body}.${sign(purpose, body).toString('base64url')}`;
}

/** The parts of a token that we made for this purpose; null for anything else. */
export function readMailToken(purpose: MailPurpose, token: string): readonly string[] | null {
  const [body = '', signature = '', ...others] = token.split('.');
  const given = Buffer.from(signature, 'base64url');
  const expected = sign(purpose, body);
  if (others.length > 0 || given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  const parts: unknown = JSON.parse(Buffer.from(body, 'base64url').toString());
  return Array.isArray(parts) ? parts.map(String) : null;
}

function sign(purpose: MailPurpose, body: string): Buffer {
  return createHmac('sha256', env().FILE_LINK_SECRET).update(`${purpose}\n${body}`).digest();
}
