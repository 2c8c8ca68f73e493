import { describe, expect, it } from '@jest/globals';
import { type ConnectorEvent } from '@/connectors/connector';
import { type RemotePerformance } from '@/domain/ticketing/model';
import { givenQuietConnection, givenRemotePerformance, givenSeriesEvent, runWith } from '@/testing/given-run';
import { givenTestDatabase } from '@/testing/given-test-database';

describe('storeSeries', () => {
  const test = givenTestDatabase();

  const givenSeason = () =>
    Array.from({ length: 6 }, (_, index) =>
      givenRemotePerformance(String(index), { startAt: `2026-06-2${index}T18:30:00.000Z`, freeTickets: index }),
    );

  /** The rows of a structure's shows, with the transaction that wrote each last. */
  async function readRows(organizationId: string) {
    const series = await test.db.$queryRaw<{ writtenBy: string }[]>`
      SELECT *, xmin::text AS "writtenBy" FROM "Series" WHERE "organizationId" = ${organizationId}::uuid ORDER BY id`;
    const performances = await test.db.$queryRaw<{ remoteId: string; writtenBy: string; goneAt: Date | null }[]>`
      SELECT performance.*, performance.xmin::text AS "writtenBy" FROM "Performance" AS performance
      JOIN "Series" AS series ON series.id = performance."seriesId"
      WHERE series."organizationId" = ${organizationId}::uuid ORDER BY performance."remoteId"`;
    return { series, performances };
  }

  it('writes no row of a show when everything comes again and nothing changed, only how far the run is', async () => {
    const { organizationId, connectionId } = await givenQuietConnection(test.db);
    const everything = () => ['a', 'b'].map((id) => givenSeriesEvent(id, givenSeason()));
    await runWith(test.db, connectionId, everything);
    const before = await readRows(organizationId);
    expect([before.series.length, before.performances.length]).toEqual([2, 12]);

    const runId = await runWith(test.db, connectionId, everything);
    expect(await readRows(organizationId)).toEqual(before);
    expect(await test.db.synchronizationRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      state: 'succeeded',
      seriesDone: 2,
      performancesDone: 12,
      newSeries: 0,
      newPerformances: 0,
      changedFigures: 0,
      gonePerformances: 0,
      changesKept: 0,
    });
  });

  it('writes the one row that changed, and leaves its neighbours', async () => {
    const { organizationId, connectionId } = await givenQuietConnection(test.db);
    await runWith(test.db, connectionId, () => [givenSeriesEvent('a', givenSeason())]);
    const before = await readRows(organizationId);
    const changed = givenSeason().map((performance) => ({
      ...performance,
      paidTickets: performance.id === '3' ? 9 : performance.paidTickets,
    }));
    await runWith(test.db, connectionId, () => [givenSeriesEvent('a', changed)]);
    const after = await readRows(organizationId);
    const written = after.performances.filter(({ writtenBy }, index) => {
      return writtenBy !== before.performances[index]?.writtenBy;
    });
    expect(written.map(({ remoteId }) => remoteId)).toEqual(['3']);
  });

  it('takes for gone only what the provider was asked about', async () => {
    const { organizationId, connectionId } = await givenQuietConnection(test.db);
    const old = givenRemotePerformance('old', { startAt: '2025-01-10T18:30:00.000Z' });
    const [cancelled, kept] = givenSeason();
    const give = (performances: readonly (RemotePerformance | undefined)[], completeFrom?: string) => {
      const event = givenSeriesEvent(
        'a',
        performances.flatMap((performance) => performance ?? []),
      );
      return event.type === 'series' ? [{ ...event, series: { ...event.series, completeFrom } }] : [];
    };
    await runWith(test.db, connectionId, () => give([old, cancelled, kept]));
    await runWith(test.db, connectionId, () => give([kept], '2025-06-01T00:00:00.000Z'));
    const { performances } = await readRows(organizationId);
    expect(performances.filter(({ goneAt }) => goneAt !== null).map(({ remoteId }) => remoteId)).toEqual(['0']);
  });

  it('marks the shows that an account no longer has, within what was asked about, and takes them back', async () => {
    const { organizationId, connectionId } = await givenQuietConnection(test.db);
    const other = await givenQuietConnection(test.db);
    const old = givenRemotePerformance('old', { startAt: '2025-01-10T18:30:00.000Z' });
    const [first, second] = givenSeason();
    const give = (ids: readonly string[]): ConnectorEvent[] => [
      ...ids.map((id) => givenSeriesEvent(id, id === 'b' && first && second ? [old, first, second] : givenSeason())),
      {
        type: 'inventory',
        seriesIds: ids,
        completeFrom: '2025-06-01T00:00:00.000Z',
        completeBefore: '2027-06-01T00:00:00.000Z',
      },
    ];
    await runWith(test.db, connectionId, () => give(['a', 'b']));
    await runWith(test.db, other.connectionId, () => give(['b']));
    const neighbours = await readRows(other.organizationId);
    const before = await readRows(organizationId);

    const runId = await runWith(test.db, connectionId, () => give(['a']));
    const after = await readRows(organizationId);
    const gone = after.performances.filter(({ goneAt }) => goneAt !== null);
    expect(gone.map(({ remoteId }) => remoteId)).toEqual([first?.id, second?.id]);
    expect(await readRows(other.organizationId)).toEqual(neighbours);
    expect(await test.db.synchronizationRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      state: 'succeeded',
      seriesDone: 1,
      gonePerformances: 2,
      changesKept: 2,
    });
    const again = await runWith(test.db, connectionId, () => give(['a']));
    expect(await test.db.synchronizationRun.findUniqueOrThrow({ where: { id: again } })).toMatchObject({
      gonePerformances: 0,
      changesKept: 0,
    });

    await runWith(test.db, connectionId, () => give(['a', 'b']));
    const back = await readRows(organizationId);
    expect(back.performances.filter(({ goneAt }) => goneAt !== null)).toEqual([]);
    expect(back.performances.map(({ remoteId }) => remoteId)).toEqual(
      before.performances.map(({ remoteId }) => remoteId),
    );
  });
});
