import 'server-only';

/** Seconds between attempts of a step whose bytes were surely not received: five attempts in about three quarters of an hour. */
const retryDelaysSeconds: readonly number[] = [30, 120, 600, 1800];

/** Seconds to wait after this many failed attempts (from 1), or null when it was the last. */
export function findRetryDelay(attempts: number, delays: readonly number[] = retryDelaysSeconds): number | null {
  return delays[attempts - 1] ?? null;
}
