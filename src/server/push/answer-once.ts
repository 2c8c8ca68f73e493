import 'server-only';
import { createHash } from 'node:crypto';
import { subHours } from 'date-fns/subHours';
import { subSeconds } from 'date-fns/subSeconds';
import { type Database } from '@/server/db/client';
import { pushLimits } from './push-limits';
import { PushProblem } from './push-problem';

export type Reply = { readonly status: number; readonly body: string };

/** A request that is still not answered by then lost its process: the same one may be tried again. */
const leaseSeconds = 60;

/** What makes two requests the same one. */
export function toFingerprint(method: string, path: string, body: string): string {
  return createHash('sha256')
    .update(JSON.stringify([method, path, body]))
    .digest('hex');
}

/**
 * Does the work of a request once for its Idempotency-Key: the same request again gets the same answer without doing it twice, another one
 * under the same key is `idempotency-key-reused`, and the same one meanwhile is `idempotency-in-progress`. Kept for a day. What
 * fails without an answer may be tried again under the same key.
 */
export async function answerOnce(
  db: Database,
  {
    connectionId,
    key,
    fingerprint,
  }: { readonly connectionId: string; readonly key: string; readonly fingerprint: string },
  now: Date,
  work: () => Promise<Reply>,
): Promise<Reply & { readonly isReplay: boolean }> {
  const kept = await claim(db, { connectionId, key, fingerprint }, now);
  if (kept) return { ...kept, isReplay: true };
  // Only the claim made here is ended here: past its lease, another request may hold the key.
  const where = { connectionId, key, createdAt: now, status: null };
  try {
    const reply = await work();
    await db.idempotentRequest.updateMany({ where, data: reply });
    return { ...reply, isReplay: false };
  } catch (error) {
    await db.idempotentRequest.deleteMany({ where });
    throw error;
  }
}

/** The answer that was kept, or null when the key is now held by this request. */
async function claim(
  db: Database,
  {
    connectionId,
    key,
    fingerprint,
  }: { readonly connectionId: string; readonly key: string; readonly fingerprint: string },
  now: Date,
): Promise<Reply | null> {
  const claimed = await db.$executeRaw`
    INSERT INTO "IdempotentRequest" AS kept ("connectionId", key, fingerprint, "createdAt")
    VALUES (${connectionId}::uuid, ${key}, ${fingerprint}, ${now})
    ON CONFLICT ("connectionId", key) DO UPDATE SET fingerprint = excluded.fingerprint, status = NULL, body = NULL,
      "createdAt" = excluded."createdAt"
    WHERE kept."createdAt" < ${subHours(now, pushLimits.idempotencyHours)}
      OR (kept.status IS NULL AND kept.fingerprint = excluded.fingerprint AND kept."createdAt" < ${subSeconds(now, leaseSeconds)})`;
  if (claimed > 0) return null;
  const kept = await db.idempotentRequest.findUnique({ where: { connectionId_key: { connectionId, key } } });
  if (kept && kept.fingerprint !== fingerprint) throw new PushProblem('idempotency-key-reused');
  if (kept?.status == null || kept.body === null) {
    throw new PushProblem('idempotency-in-progress', { retryAfterSeconds: 1 });
  }
  return { status: kept.status, body: kept.body };
}
