import { AppError } from '@/domain/errors';

/**
 * A hundred characters copied from a mail may come with line breaks, or with the word that goes before them. What a header cannot hold
 * was never a key: `invalid-credentials`.
 */
export function readBearerKey(typed: string): string {
  const key = typed
    .trim()
    .replace(/^bearer\s+/i, '')
    .replace(/\s+/g, '');
  if (!/^[\x21-\x7e]+$/.test(key)) throw new AppError('invalid-credentials', 'the key cannot be one');
  return key;
}
