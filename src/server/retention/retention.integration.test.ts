import { describe, expect, it } from '@jest/globals';
import { subDays } from 'date-fns/subDays';
import { givenQuietConnection, givenRemotePerformance, givenSeriesEvent, runWith } from '@/testing/given-run';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { eraseExpired } from './erase-expired';

describe('what synchronisations leave behind', () => {
  const test = givenTestDatabase();
  const daysAgo = (days: number) => subDays(new Date(), days);

  it('forgets runs after 400 days, but neither the last one of a connection nor one under way', async () => {
    const [used, quiet] = [await givenQuietConnection(test.db), await givenQuietConnection(test.db)];
    const run = { trigger: 'night', since: daysAgo(900), state: 'succeeded' } as const;
    await test.db.synchronizationRun.createMany({
      data: [
        { ...run, connectionId: used.connectionId, createdAt: daysAgo(401), requests: 1 },
        { ...run, connectionId: used.connectionId, createdAt: daysAgo(402), requests: 2, state: 'running' },
        { ...run, connectionId: used.connectionId, createdAt: daysAgo(399), requests: 3 },
        { ...run, connectionId: quiet.connectionId, createdAt: daysAgo(500), requests: 4 },
      ],
    });
    await eraseExpired(test.db, new Date());
    const left = await test.db.synchronizationRun.findMany({
      where: { connectionId: { in: [used.connectionId, quiet.connectionId] } },
      orderBy: { requests: 'asc' },
    });
    expect(left.map(({ requests }) => requests)).toEqual([2, 3, 4]);
  });

  it('forgets reminders after 400 days, but those of declarations that still wait', async () => {
    const { organizationId, seriesId, actor } = await givenShow(test.db);
    const [waiting, sent] = await test.db.declaration.findMany({ where: { seriesId }, orderBy: { organism: 'asc' } });
    await test.db.declaration.updateMany({ where: { id: sent?.id }, data: { state: 'sent' } });
    const told = { organizationId, userId: actor.user.id, kind: 'late' };
    await test.db.reminder.createMany({
      data: [
        { ...told, declarationId: waiting?.id, createdAt: daysAgo(500) },
        { ...told, declarationId: sent?.id, createdAt: daysAgo(401) },
        { ...told, declarationId: sent?.id, kind: 'day', createdAt: daysAgo(399) },
        { ...told, period: '2025-T1', createdAt: daysAgo(401) },
      ],
    });
    await eraseExpired(test.db, new Date());
    const left = await test.db.reminder.findMany({ where: { organizationId }, orderBy: { createdAt: 'asc' } });
    expect(left.map(({ declarationId, kind }) => [declarationId, kind])).toEqual([
      [waiting?.id, 'late'],
      [sent?.id, 'day'],
    ]);
  });

  it('forgets what a run changed after 190 days, and the figures stay', async () => {
    const { connectionId, organizationId } = await givenQuietConnection(test.db);
    const runId = await runWith(test.db, connectionId, () => [
      givenSeriesEvent('old', [givenRemotePerformance('1')]),
      givenSeriesEvent('young', [givenRemotePerformance('2')]),
    ]);
    const [old] = await test.db.synchronizationChange.findMany({ where: { runId }, orderBy: { id: 'asc' } });
    await test.db.synchronizationChange.update({ where: { id: old?.id }, data: { createdAt: daysAgo(191) } });
    await eraseExpired(test.db, new Date());
    const left = await test.db.synchronizationChange.findMany({ where: { runId }, include: { series: true } });
    expect(left.map(({ series }) => series.remoteId)).toEqual(['young']);
    expect(await test.db.performance.count({ where: { series: { organizationId } } })).toBe(2);
  });
});
