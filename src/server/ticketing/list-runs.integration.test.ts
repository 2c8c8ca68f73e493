import { describe, expect, it } from '@jest/globals';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenActor } from '@/testing/given-show';
import { givenQuietConnection, givenRemotePerformance, givenSeriesEvent, runWith } from '@/testing/given-run';
import { givenTestDatabase } from '@/testing/given-test-database';
import { listChanges } from './list-changes';
import { listRuns } from './list-runs';

describe('history of a connection', () => {
  const test = givenTestDatabase();

  async function givenHistory() {
    const { organizationId, connectionId } = await givenQuietConnection(test.db);
    const actor = await givenActor(test.db, organizationId);
    const list = (page = 1) => listRuns(actor, { organizationId, connectionId, page });
    const changesOf = (runId: string, page = 1) => listChanges(actor, { organizationId, runId, page });
    return { actor, connectionId, list, changesOf };
  }

  it('tells each run with what it changed, the show named', async () => {
    const { connectionId, list, changesOf } = await givenHistory();
    await runWith(test.db, connectionId, () => [givenSeriesEvent('a', [givenRemotePerformance('1')])]);
    const second = await runWith(test.db, connectionId, () => [
      { type: 'warning', warning: { code: 'series-without-date', detail: 'Archives' } },
      givenSeriesEvent('a', [givenRemotePerformance('1', { freeTickets: 2 })]),
    ]);
    const { rows, connection, total } = await list();
    expect([connection.system, connection.label, total]).toEqual(['billetweb', 'Compte 12', 2]);
    expect(rows[0]).toMatchObject({
      id: second,
      trigger: 'user',
      state: 'succeeded',
      changedFigures: 1,
      changes: 1,
      warnings: [{ code: 'series-without-date' }],
    });
    expect(await changesOf(second)).toMatchObject({
      total: 1,
      rows: [
        {
          kind: 'changed-figures',
          seriesName: 'Spectacle a',
          startAt: '2026-06-26T18:30:00.000Z',
          before: { freeTickets: 0 },
          after: { freeTickets: 2 },
        },
      ],
    });
  });

  it('comes in pages, with as many queries whatever their length', async () => {
    const { actor, connectionId, list, changesOf } = await givenHistory();
    const counting = createCountingDatabase(test.url);
    const countQueries = async () => {
      const { organizationId } = actor;
      const statements = await counting.record(() =>
        listRuns({ ...actor, db: counting.db }, { organizationId, connectionId, page: 1 }),
      );
      return statements.length;
    };
    const dates = Array.from({ length: 121 }, (_, index) => givenRemotePerformance(String(index)));
    await runWith(test.db, connectionId, () => [givenSeriesEvent('a', dates.slice(0, 1))]);
    const runId = await runWith(test.db, connectionId, () => [givenSeriesEvent('a', dates)]);
    const short = await countQueries();
    await test.db.synchronizationRun.createMany({
      data: Array.from({ length: 45 }, (_, index) => ({
        connectionId,
        trigger: 'night',
        state: 'succeeded' as const,
        since: new Date(),
        createdAt: new Date(Date.UTC(2026, 0, 1 + index)),
      })),
    });
    expect(await countQueries()).toBe(short);
    await counting.db.$disconnect();
    const pages = [await list(1), await list(2), await list(3)];
    expect(pages.map(({ rows, pageCount }) => [rows.length, pageCount])).toEqual([
      [20, 3],
      [20, 3],
      [7, 3],
    ]);
    expect(new Set(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).size).toBe(47);
    const changes = [await changesOf(runId, 1), await changesOf(runId, 2), await changesOf(runId, 3)];
    expect(changes.map(({ rows, total, pageCount }) => [rows.length, total, pageCount])).toEqual([
      [50, 120, 3],
      [50, 120, 3],
      [20, 120, 3],
    ]);
  });
});
