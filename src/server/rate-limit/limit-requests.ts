import 'server-only';
import { RateLimiterPrisma, RateLimiterRes } from 'rate-limiter-flexible';
import { AppError } from '@/domain/errors';
import { database } from '@/server/db/client';
import { rateLimits, type RateLimitName } from './rate-limits';

const holder: typeof globalThis & { assistantLimiters?: Map<RateLimitName, RateLimiterPrisma> } = globalThis;

/** Counts one request against a limit; throws `too-many-requests`, with the seconds to wait, when it is over. */
export async function limitRequests(name: RateLimitName, key: string): Promise<void> {
  try {
    await limiterOf(name).consume(key);
  } catch (cause) {
    if (!(cause instanceof RateLimiterRes)) throw cause;
    throw new AppError('too-many-requests', `limit ${name} reached`, {
      retryAfterSeconds: Math.ceil(cause.msBeforeNext / 1000),
    });
  }
}

/** Forgets the limiters of a database that is being closed. */
export function forgetLimiters(): void {
  delete holder.assistantLimiters;
}

function limiterOf(name: RateLimitName): RateLimiterPrisma {
  const limiters = (holder.assistantLimiters ??= new Map());
  let limiter = limiters.get(name);
  if (!limiter) {
    const { points, seconds } = rateLimits[name];
    limiter = new RateLimiterPrisma({
      storeClient: database(),
      tableName: 'requestCount',
      keyPrefix: name,
      points,
      duration: seconds,
      clearExpiredByTimeout: false,
    });
    limiters.set(name, limiter);
  }
  return limiter;
}
