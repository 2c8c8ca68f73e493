import 'server-only';
import { createHash } from 'node:crypto';

/**
 * JSON with its keys in order, without spaces: one text for one value, whatever the order in which a database gives it back.
 * Absent and undefined fields are the same; the value holds JSON only (no dates, no bigints).
 */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([left], [right]) => (left < right ? -1 : 1)))
      : part,
  );
}

/** 64 lower-case hexadecimal digits. */
export function toSha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
