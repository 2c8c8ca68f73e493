import 'server-only';
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `asd_` makes a leaked key recognisable; the prefix finds its row; the rest is 256 random bits. */
const tokenPattern = /^asd_([0-9a-f]{12})_[A-Za-z0-9_-]{43}$/;

export type KeyToken = {
  /** The whole key, shown once and never kept. */
  readonly token: string;
  readonly prefix: string;
  readonly secretSha256: string;
  readonly hint: string;
};

export function createKeyToken(): KeyToken {
  const prefix = randomBytes(6).toString('hex');
  return describeKeyToken(`asd_${prefix}_${randomBytes(32).toString('base64url')}`);
}

/** What is kept of a key. Throws a RangeError when the text is not one. */
export function describeKeyToken(token: string): KeyToken {
  const prefix = readPrefix(token);
  if (prefix === null) throw new RangeError('this text is not a key of the push API');
  return { token, prefix, secretSha256: hashToken(token), hint: token.slice(-4) };
}

/** The part that finds the key; null when the text has not the shape of a key. */
export function readPrefix(token: string): string | null {
  return tokenPattern.exec(token)?.[1] ?? null;
}

/**
 * Whether this is the key whose hash was kept, in a time that tells nothing. SHA-256 is enough: a key of 256 random bits cannot be
 * guessed from its hash, unlike a password.
 */
export function isToken(token: string, secretSha256: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(token), 'hex'), Buffer.from(secretSha256, 'hex'));
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
