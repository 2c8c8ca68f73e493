import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { wait } from '@/connectors/wait';
import { type Database, createDatabase } from '@/server/db/client';
import { type TestDatabase, createTestDatabase } from '@/testing/database';
import { createPostgresQuota, purgeQuotas } from './postgres-quota';

describe('createPostgresQuota', () => {
  let database: TestDatabase;
  let first: Database;
  let second: Database;
  const limit = { requests: 5, windowSeconds: 1 };

  beforeAll(async () => {
    database = await createTestDatabase();
    first = createDatabase(database.url);
    second = createDatabase(database.url);
  });
  afterAll(async () => {
    await Promise.all([first.$disconnect(), second.$disconnect()]);
    await database.drop();
  });
  beforeEach(async () => {
    await first.providerRequest.deleteMany();
    await first.providerPenalty.deleteMany();
  });

  /** A pause that stands still: whoever has to wait is recorded, and stopped. */
  function refuseToWait(delays: number[]) {
    return (milliseconds: number): Promise<void> => {
      delays.push(milliseconds);
      return Promise.reject(new Error('would wait'));
    };
  }

  it('never grants more than the limit in any window to two workers asking together', async () => {
    const signal = AbortSignal.timeout(20_000);
    const grants: Date[] = [];
    const quotas = [first, second].map((db) => createPostgresQuota(db, 'billetweb:shared', limit, wait));
    await Promise.all(quotas.flatMap((quota) => Array.from({ length: 6 }, async () => quota.acquire(signal))));
    // The window forgets by itself: what it still holds was granted less than a window ago.
    const rows = await first.providerRequest.findMany({ orderBy: { grantedAt: 'asc' } });
    grants.push(...rows.map((row) => row.grantedAt));
    expect(grants.length).toBeLessThanOrEqual(2 * limit.requests);
    for (let index = limit.requests; index < grants.length; index += 1) {
      const [earlier, later] = [grants[index - limit.requests], grants[index]];
      expect(Number(later) - Number(earlier)).toBeGreaterThanOrEqual(1000);
    }
  });

  it('makes the next one wait for the oldest grant to leave the window, and tells how long', async () => {
    const delays: number[] = [];
    const long = { requests: 3, windowSeconds: 60 };
    const quota = createPostgresQuota(first, 'billetweb:full', long, refuseToWait(delays));
    const signal = new AbortController().signal;
    await Promise.all([quota.acquire(signal), quota.acquire(signal), quota.acquire(signal)]);
    await expect(quota.acquire(signal)).rejects.toThrow('would wait');
    expect(delays).toEqual([expect.any(Number)]);
    expect(delays[0]).toBeGreaterThan(30_000);
    expect(delays[0]).toBeLessThanOrEqual(60_000);
  });

  it('keeps the quotas of two accounts apart', async () => {
    const one = { requests: 1, windowSeconds: 60 };
    const signal = new AbortController().signal;
    const delays: number[] = [];
    await createPostgresQuota(first, 'billetweb:a', one, refuseToWait(delays)).acquire(signal);
    await createPostgresQuota(first, 'billetweb:b', one, refuseToWait(delays)).acquire(signal);
    expect(delays).toEqual([]);
  });

  it('stops every worker for as long as the provider said, and never shortens a longer penalty', async () => {
    const delays: number[] = [];
    const signal = new AbortController().signal;
    await createPostgresQuota(first, 'billetweb:punished', limit, wait).penalize(60);
    await createPostgresQuota(second, 'billetweb:punished', limit, wait).penalize(2);
    const quota = createPostgresQuota(second, 'billetweb:punished', limit, refuseToWait(delays));
    await expect(quota.acquire(signal)).rejects.toThrow('would wait');
    expect(delays[0]).toBeGreaterThan(30_000);
    expect(delays[0]).toBeLessThanOrEqual(60_000);
    expect(await first.providerRequest.count()).toBe(0);
  });

  it('stops waiting when it is told to', async () => {
    const controller = new AbortController();
    const quota = createPostgresQuota(first, 'billetweb:aborted', { requests: 1, windowSeconds: 60 }, (_, signal) => {
      controller.abort(new Error('shutdown'));
      return signal.aborted ? Promise.reject(signal.reason) : Promise.resolve();
    });
    await quota.acquire(controller.signal);
    await expect(quota.acquire(controller.signal)).rejects.toThrow('shutdown');
  });

  it('forgets what no window needs any more', async () => {
    const old = new Date('2020-01-01T00:00:00Z');
    await first.providerRequest.create({ data: { quotaKey: 'billetweb:gone', grantedAt: old } });
    await first.providerPenalty.create({ data: { quotaKey: 'billetweb:gone', blockedUntil: old } });
    await createPostgresQuota(first, 'billetweb:alive', limit, wait).acquire(new AbortController().signal);
    await purgeQuotas(first);
    expect(await first.providerRequest.findMany({ select: { quotaKey: true } })).toEqual([
      { quotaKey: 'billetweb:alive' },
    ]);
    expect(await first.providerPenalty.count()).toBe(0);
  });
});
