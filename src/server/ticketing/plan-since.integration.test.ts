import { describe, expect, it } from '@jest/globals';
import { subDays } from 'date-fns/subDays';
import { givenQuietConnection } from '@/testing/given-run';
import { givenTestDatabase } from '@/testing/given-test-database';
import { planSince } from './plan-since';

describe('planSince', () => {
  const test = givenTestDatabase();
  const now = new Date('2026-06-26T02:00:00.000Z');
  const yesterday = subDays(now, 1);
  const plan = (id: string, trigger: 'night' | 'user', synchronizedSince: Date | null = yesterday) =>
    planSince(test.db, { id, system: 'billetweb', synchronizedSince }, trigger, now);
  const givenRun = (connectionId: string, daysAgo: number, backDays: number, state: 'succeeded' | 'failed') => {
    const createdAt = subDays(now, daysAgo);
    const since = subDays(createdAt, backDays);
    return test.db.synchronizationRun.create({ data: { connectionId, trigger: 'night', state, createdAt, since } });
  };

  it('looks 13 months back the first time', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    expect((await plan(connectionId, 'night', null)).toISOString()).toBe('2025-05-26T02:00:00.000Z');
  });

  it('asks for what changed since the last success when a person asks', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    expect(await plan(connectionId, 'user')).toEqual(yesterday);
  });

  it('looks 60 days back on a night, once a week', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    expect(await plan(connectionId, 'night')).toEqual(subDays(now, 60));
    await givenRun(connectionId, 3, 60, 'succeeded');
    expect(await plan(connectionId, 'night')).toEqual(yesterday);
  });

  it('does not count a long look that failed, one that is a week old, or a short one', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    await givenRun(connectionId, 1, 60, 'failed');
    await givenRun(connectionId, 7, 60, 'succeeded');
    await givenRun(connectionId, 2, 1, 'succeeded');
    expect(await plan(connectionId, 'night')).toEqual(subDays(now, 60));
  });

  it('goes further back still after a long failure, and needs no long look where every run reads everything', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    const longAgo = subDays(now, 90);
    expect(await plan(connectionId, 'night', longAgo)).toEqual(longAgo);
    const connection = { id: connectionId, system: 'soticket', synchronizedSince: yesterday } as const;
    expect(await planSince(test.db, connection, 'night', now)).toEqual(yesterday);
  });
});
