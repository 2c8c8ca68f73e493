import type { ErrorCode } from '@/domain/errors';

/** Whether trying the same call again later, with nothing changed, can work. */
export function isRetryable(code: ErrorCode): boolean {
  return code === 'unavailable' || code === 'rate-limited';
}
