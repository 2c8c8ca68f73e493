import { describe, expect, it } from '@jest/globals';
import type { ConnectorEvent } from '../connector';
import { expectCode, since, toSortedSeries, type ContractHarness } from './harness';
import type { ContractTrouble } from './world';
import type { ErrorCode } from '@/domain/errors';

const attempts = 4;

/** What a connector does of refusals, breakdowns and orders to stop. */
export function describeTrouble(harness: ContractHarness): void {
  /** `skip` is as asked, less when a whole synchronisation is shorter than that. */
  async function expectSameAsUndisturbed(trouble: ContractTrouble): Promise<void> {
    const undisturbed = toSortedSeries(await harness.synchronize());
    const skip = Math.min(trouble.skip ?? 0, harness.world().countRequests() - 1);
    harness.world().setTrouble({ ...trouble, skip });
    expect(toSortedSeries(await harness.synchronize())).toEqual(undisturbed);
  }

  describe('with other credentials', () => {
    it('tells a wrong key from the rest, when testing and when synchronising', async () => {
      const context = harness.toContext(harness.world().credentials.wrong);
      await expectCode(harness.options.connector.testConnection(context), 'invalid-credentials');
      await expectCode(harness.synchronize(harness.world().credentials.wrong), 'invalid-credentials');
    });

    it('tells a key without all its rights from a wrong one', async () => {
      const { limited } = harness.world().credentials;
      if (!limited) return expect(limited).toBeNull();
      await expectCode(harness.options.connector.testConnection(harness.toContext(limited)), 'insufficient-rights');
      await expectCode(harness.synchronize(limited), 'insufficient-rights');
    });
  });

  describe('when the vendor has trouble', () => {
    it.each<readonly [string, ErrorCode, number]>([
      ['down', 'unavailable', attempts],
      ['cut', 'unavailable', attempts],
      ['500', 'unavailable', attempts],
      ['429', 'rate-limited', attempts],
      ['429-retry-after', 'rate-limited', attempts],
      ['html', 'unexpected-answer', 1],
      ['wrong-json', 'unexpected-answer', 1],
      ['wrong-shape', 'unexpected-answer', 1],
      ['challenge', 'unavailable', 1],
      ['redirect', 'unexpected-answer', 1],
      ['401', 'invalid-credentials', 1],
      ['403', 'insufficient-rights', 1],
    ])('« %s » for good is %s, after %i attempts', async (mode, code, expectedAttempts) => {
      expect((await harness.failWith({ mode })).code).toBe(code);
      expect(harness.world().countRequests()).toBe(expectedAttempts);
    });

    it.each(['500-once', 'cut', 'down', '429', '429-retry-after'])(
      '« %s » once changes nothing to the result',
      async (mode) => {
        await expectSameAsUndisturbed({ mode, times: 1, skip: 3 });
      },
    );

    it('waits for an answer that comes late but in time', async () => {
      await expectSameAsUndisturbed({ mode: 'slow', times: 1, skip: 3, delayMilliseconds: 30 });
    });

    it.each(['unknown-fields', 'duplicate-rows'])(
      '« %s » in every answer changes nothing to the figures',
      async (mode) => {
        await expectSameAsUndisturbed({ mode });
      },
    );

    it.each(['numbers-as-text', 'missing-ids'])('« %s » is read exactly, or refused, never guessed', async (mode) => {
      const undisturbed = toSortedSeries(await harness.synchronize());
      harness.world().setTrouble({ mode });
      const outcome = await harness.synchronize().catch((error: unknown) => error);
      if (outcome instanceof Error)
        return expect(outcome).toMatchObject({ name: 'AppError', code: 'unexpected-answer' });
      expect(toSortedSeries(toEvents(outcome))).toEqual(undisturbed);
    });

    it('waits what Retry-After says before coming back', async () => {
      await expectSameAsUndisturbed({ mode: '429-retry-after', times: 1, retryAfterSeconds: 7 });
      expect(harness.clock().pauses).toContain(7000);
    });

    it('waits longer after each failure', async () => {
      await harness.failWith({ mode: '500' });
      expect(harness.clock().pauses).toEqual([1000, 2000, 4000]);
    });

    it('does not hold a job for an hour because Retry-After says so', async () => {
      const error = await harness.failWith({ mode: '429-retry-after', retryAfterSeconds: 3600 });
      expect(error).toMatchObject({ code: 'rate-limited', detail: { retryAfterSeconds: 3600 } });
      expect(harness.clock().pauses).toEqual([]);
    });

    it('gives up on a vendor that never answers', async () => {
      expect((await harness.failWith({ mode: 'timeout' }, { timeoutMilliseconds: 40 })).code).toBe('unavailable');
    });

    it('keeps what was complete and fails whole when it breaks on the way', async () => {
      const undisturbed = toSortedSeries(await harness.synchronize());
      harness.world().setTrouble({ mode: '500', skip: Math.floor(harness.world().countRequests() / 2) });
      const delivered: ConnectorEvent[] = [];
      const context = harness.toContext(harness.world().credentials.valid);
      const run = (async () => {
        for await (const event of harness.options.connector.synchronize(context, { since })) delivered.push(event);
      })();
      await expectCode(run, 'unavailable');
      for (const series of toSortedSeries(delivered)) expect(undisturbed).toContainEqual(series);
      expect(toSortedSeries(delivered).length).toBeLessThan(undisturbed.length);
    });

    it('answers a person who tests a connection without insisting', async () => {
      harness.world().setTrouble({ mode: 'down' });
      await expectCode(
        harness.options.connector.testConnection(harness.toContext(harness.world().credentials.valid)),
        'unavailable',
      );
      expect(harness.world().countRequests()).toBeLessThanOrEqual(2);
      expect(harness.clock().pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(1000);
    });
  });

  describe('when it is told to stop', () => {
    const reason = new Error('shutdown');

    it('stops before the first request', async () => {
      const signal = AbortSignal.abort(reason);
      await expect(harness.synchronize(harness.world().credentials.valid, { signal })).rejects.toBe(reason);
      expect(harness.world().countRequests()).toBe(0);
    });

    it('stops in the middle of a request that gets no answer', async () => {
      const stopper = new AbortController();
      harness.world().setTrouble({ mode: 'timeout' });
      const run = harness.synchronize(harness.world().credentials.valid, { signal: stopper.signal });
      const outcome = expect(run).rejects.toBe(reason);
      while (harness.world().countRequests() === 0) await new Promise((resolve) => setImmediate(resolve));
      stopper.abort(reason);
      await outcome;
    });

    it('stops between two series', async () => {
      const whole = toSortedSeries(await harness.synchronize());
      const before = harness.world().countRequests();
      const stopper = new AbortController();
      const context = harness.toContext(harness.world().credentials.valid, { signal: stopper.signal });
      const delivered: ConnectorEvent[] = [];
      const run = async (): Promise<void> => {
        for await (const event of harness.options.connector.synchronize(context, { since })) {
          delivered.push(event);
          if (event.type === 'series') stopper.abort(reason);
        }
      };
      await expect(run()).rejects.toBe(reason);
      expect(toSortedSeries(delivered).length).toBeLessThan(whole.length);
      expect(harness.world().countRequests() - before).toBeLessThanOrEqual(before);
    });
  });
}

function toEvents(outcome: unknown): ConnectorEvent[] {
  if (Array.isArray(outcome)) return outcome;
  throw new Error('events were expected');
}
