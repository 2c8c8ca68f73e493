import 'server-only';
import { createHash } from 'node:crypto';
import { type z } from 'zod';
import { type Prisma } from '@/server/db/generated/client';
import { type Database } from '@/server/db/client';
import { logger } from '@/server/logger';

const PATIENCE_MILLISECONDS = 3_000;
const KEPT_MILLISECONDS = 24 * 3_600_000;
const MAX_ANSWER_BYTES = 1_000_000;

/**
 * What a public directory answers to a GET, kept for a day; null when it does not answer rightly within 3 s, so that the
 * screen opens its manual way. `schema` turns the answer into ours: only that is kept.
 */
export async function readDirectory<S extends z.ZodType<Prisma.InputJsonValue>>(
  db: Database,
  url: URL,
  schema: S,
): Promise<z.output<S> | null> {
  const key = createHash('sha256').update(url.href).digest('hex');
  const kept = await db.directoryCache.findUnique({ where: { key, expiresAt: { gt: new Date() } } });
  // What an older release kept in another form is asked again.
  if (kept && isOurs<z.output<S>>(kept.value)) return kept.value.answer;
  const answer = await fetchAnswer(url, schema);
  if (answer === null) return null;
  const expiresAt = new Date(Date.now() + KEPT_MILLISECONDS);
  const value = { form: FORM, answer };
  await db.directoryCache.upsert({ where: { key }, create: { key, value, expiresAt }, update: { value, expiresAt } });
  return answer;
}

/** Raise it when what is kept changes shape. */
const FORM = 1;

function isOurs<T>(value: unknown): value is { form: typeof FORM; answer: T } {
  return typeof value === 'object' && value !== null && 'form' in value && value.form === FORM && 'answer' in value;
}

async function fetchAnswer<S extends z.ZodType>(url: URL, schema: S): Promise<z.output<S> | null> {
  try {
    const response = await fetch(url, {
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
      redirect: 'error',
      headers: { accept: 'application/json' },
    });
    if (!response.ok) throw new Error(`status ${response.status}`);
    return schema.parse(JSON.parse(await readText(response)));
  } catch (error) {
    // The words searched may name a person: only the host is told.
    logger().warn({ host: url.host, reason: error instanceof Error ? error.name : 'unknown' }, 'directory unavailable');
    return null;
  }
}

async function readText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body ?? []) {
    length += chunk.byteLength;
    if (length > MAX_ANSWER_BYTES) throw new Error('answer too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
