import 'server-only';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { type CredentialsKey, env } from '@/server/env';

const VERSION = 'v1';

/**
 * Encrypts with AES-256-GCM under the first key of `CREDENTIALS_KEYS`. The id of the row is authenticated with it:
 * an envelope copied to another row opens nowhere. Form: `v1.<key id>.<nonce>.<tag>.<ciphertext>`, base64url.
 */
export function encryptSecret(text: string, rowId: string, keys = env().CREDENTIALS_KEYS): string {
  const { id, key } = keys[0];
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(rowId));
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return [VERSION, id, ...[nonce, cipher.getAuthTag(), ciphertext].map((part) => part.toString('base64url'))].join('.');
}

/** Opens an envelope of this row, whichever known key closed it; throws, without any detail of the content, otherwise. */
export function decryptSecret(
  envelope: string,
  rowId: string,
  keys: readonly CredentialsKey[] = env().CREDENTIALS_KEYS,
): string {
  const [version, id, nonce, tag, ciphertext] = envelope.split('.');
  const found = keys.find((candidate) => candidate.id === id);
  if (version !== VERSION || !found || !nonce || !tag || ciphertext === undefined) {
    throw new Error('This secret was encrypted with a key that CREDENTIALS_KEYS does not hold.');
  }
  try {
    const decipher = createDecipheriv('aes-256-gcm', found.key, Buffer.from(nonce, 'base64url'), { authTagLength: 16 })
      .setAAD(Buffer.from(rowId))
      .setAuthTag(Buffer.from(tag, 'base64url'));
    return Buffer.concat([decipher.update(Buffer.from(ciphertext, 'base64url')), decipher.final()]).toString('utf8');
  } catch (cause) {
    throw new Error('This secret was altered, or belongs to another row.', { cause });
  }
}

/** True when the envelope was closed with the key that encrypts today. */
export function isEncryptedWithFirstKey(envelope: string, keys = env().CREDENTIALS_KEYS): boolean {
  return envelope.startsWith(`${VERSION}.${keys[0].id}.`);
}
