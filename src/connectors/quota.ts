import type { ConnectorContext, ConnectorDescriptor, Quota } from './connector';

/**
 * A sliding-window quota held in memory: at most `requests` in any `windowSeconds`. For one process (CLI, tests); the
 * workers share theirs through PostgreSQL. `acquire` rejects with `signal.reason` as soon as the signal is aborted.
 */
export function createMemoryQuota(
  limit: Pick<ConnectorDescriptor['quota'], 'requests' | 'windowSeconds'>,
  clock: Pick<ConnectorContext, 'now' | 'wait'>,
): Quota {
  const windowMilliseconds = limit.windowSeconds * 1000;
  let takenAt: number[] = [];
  let closedUntil = 0;

  function millisecondsToWait(): number {
    const now = clock.now().getTime();
    takenAt = takenAt.filter((at) => at > now - windowMilliseconds);
    const oldest = takenAt[0];
    const untilFree = takenAt.length < limit.requests || oldest === undefined ? 0 : oldest + windowMilliseconds - now;
    return Math.max(closedUntil - now, untilFree);
  }

  return {
    async acquire(signal) {
      signal.throwIfAborted();
      for (let delay = millisecondsToWait(); delay > 0; delay = millisecondsToWait()) await clock.wait(delay, signal);
      takenAt.push(clock.now().getTime());
    },
    penalize(seconds) {
      closedUntil = Math.max(closedUntil, clock.now().getTime() + seconds * 1000);
      return Promise.resolve();
    },
  };
}
