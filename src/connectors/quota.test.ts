import { describe, expect, it } from '@jest/globals';
import { createMemoryQuota } from './quota';

function givenClock() {
  let time = 0;
  const pauses: number[] = [];
  return {
    pauses,
    now: () => new Date(time),
    wait(milliseconds: number, signal: AbortSignal): Promise<void> {
      if (signal.aborted) return Promise.reject(signal.reason);
      pauses.push(milliseconds);
      time += milliseconds;
      return Promise.resolve();
    },
  };
}

const { signal } = new AbortController();

describe('The quota held in memory', () => {
  it('lets requests through up to the limit without waiting', async () => {
    const clock = givenClock();
    const quota = createMemoryQuota({ requests: 3, windowSeconds: 10 }, clock);
    for (let index = 0; index < 3; index += 1) await quota.acquire(signal);
    expect(clock.pauses).toEqual([]);
  });

  it('waits until the oldest request leaves the window', async () => {
    const clock = givenClock();
    const quota = createMemoryQuota({ requests: 2, windowSeconds: 10 }, clock);
    await quota.acquire(signal);
    await clock.wait(4000, signal);
    await quota.acquire(signal);
    await quota.acquire(signal);
    expect(clock.now().getTime()).toBe(10_000);
    await quota.acquire(signal);
    expect(clock.now().getTime()).toBe(14_000);
  });

  it('gives one place to one of two who wait', async () => {
    const clock = givenClock();
    const quota = createMemoryQuota({ requests: 1, windowSeconds: 10 }, clock);
    await Promise.all([quota.acquire(signal), quota.acquire(signal), quota.acquire(signal)]);
    expect(clock.now().getTime()).toBeGreaterThanOrEqual(20_000);
  });

  it('lets nobody through before the end of a penalty', async () => {
    const clock = givenClock();
    const quota = createMemoryQuota({ requests: 5, windowSeconds: 10 }, clock);
    await quota.penalize(60);
    await quota.penalize(2);
    await quota.acquire(signal);
    expect(clock.pauses).toEqual([60_000]);
  });

  it('stops waiting with the reason of the abort', async () => {
    const clock = givenClock();
    const quota = createMemoryQuota({ requests: 1, windowSeconds: 10 }, clock);
    const reason = new Error('shutdown');
    await expect(quota.acquire(AbortSignal.abort(reason))).rejects.toBe(reason);
    await quota.acquire(signal);
    const stopper = new AbortController();
    const waiting = quota.acquire(stopper.signal);
    stopper.abort(reason);
    await expect(waiting).resolves.toBeUndefined();
  });
});
