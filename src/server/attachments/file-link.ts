import 'server-only';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { env } from '@/server/env';

/** How long a link opens its file. */
const linkSeconds = 900;

/** Address of a file that opens for this person only, for a quarter of an hour: it says nothing to whoever it is passed on to. */
export function toFileLink(attachmentId: string, userId: string, now: Date): string {
  const expires = Math.floor(now.getTime() / 1000) + linkSeconds;
  return `/api/files/${attachmentId}?expires=${expires}&signature=${sign(attachmentId, userId, expires).toString('base64url')}`;
}

/** Whether a link was made by us for this person and is still open. */
export function checkFileLink(
  { attachmentId, userId, query }: { attachmentId: string; userId: string; query: URLSearchParams },
  now: Date,
): 'open' | 'expired' | 'forged' {
  const expires = Number(query.get('expires'));
  const signature = Buffer.from(query.get('signature') ?? '', 'base64url');
  const expected = sign(attachmentId, userId, expires);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) return 'forged';
  return expires * 1000 > now.getTime() ? 'open' : 'expired';
}

function sign(attachmentId: string, userId: string, expires: number): Buffer {
  return createHmac('sha256', env().FILE_LINK_SECRET).update(`file\n${attachmentId}\n${userId}\n${expires}`).digest();
}
