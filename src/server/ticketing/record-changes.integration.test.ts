import { describe, expect, it } from '@jest/globals';
import type { RemotePerformance } from '@/domain/ticketing/model';
import { givenQuietConnection, givenRemotePerformance, givenSeriesEvent, runWith } from '@/testing/given-run';
import { givenTestDatabase } from '@/testing/given-test-database';
import { maxChangesPerRun } from './record-changes';

describe('what a run changed', () => {
  const test = givenTestDatabase();
  const run = (connectionId: string, performances: readonly RemotePerformance[]) =>
    runWith(test.db, connectionId, () => [givenSeriesEvent('a', performances)]);
  const readChanges = async (runId: string) => {
    const rows = await test.db.synchronizationChange.findMany({ where: { runId }, orderBy: { id: 'asc' } });
    return rows.map(({ id: _id, runId: _run, seriesId: _series, createdAt: _at, ...change }) => change);
  };
  const none = { startAt: null, startAtBefore: null, performances: null, before: null, after: null };

  it('is kept show by show: new, sold, moved, gone and returned', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    const [one, two] = [givenRemotePerformance('1'), givenRemotePerformance('2', { startAt: '2026-06-27T18:30:00Z' })];
    const startAt = new Date('2026-06-26T18:30:00Z');
    const secondStartAt = new Date('2026-06-27T18:30:00Z');
    const movedTo = new Date('2026-06-28T18:30:00Z');

    const first = await run(connectionId, [one, two]);
    expect(await readChanges(first)).toEqual([{ ...none, kind: 'new-series', performances: 2 }]);

    const sold = { ...one, paidTickets: 11, includingTaxesCents: 11_605, excludingTaxesCents: 11_000 };
    const second = await run(connectionId, [sold]);
    const toFigures = ({ id: _id, startAt: _start, endAt: _end, ...figures }: RemotePerformance) => figures;
    expect(await readChanges(second)).toEqual([
      { ...none, kind: 'changed-figures', startAt, before: toFigures(one), after: toFigures(sold) },
      { ...none, kind: 'gone', startAt: secondStartAt },
    ]);

    const third = await run(connectionId, [{ ...sold, startAt: movedTo.toISOString() }, two]);
    expect(await readChanges(third)).toEqual([
      { ...none, kind: 'moved', startAt: movedTo, startAtBefore: startAt },
      { ...none, kind: 'returned', startAt: secondStartAt },
    ]);

    const fourth = await run(connectionId, [{ ...sold, startAt: movedTo.toISOString() }, two]);
    expect(await readChanges(fourth)).toEqual([]);
    const counts = await test.db.synchronizationRun.findMany({
      where: { connectionId },
      orderBy: { createdAt: 'asc' },
    });
    expect(counts.map(({ changesKept }) => changesKept)).toEqual([1, 2, 2, 0]);
  });

  it('forgets what a person answered about a performance that comes back', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    const [one, two] = [givenRemotePerformance('1'), givenRemotePerformance('2')];
    await run(connectionId, [one, two]);
    await run(connectionId, [one]);
    const where = { series: { connectionId }, remoteId: '2' };
    await test.db.performance.updateMany({ where, data: { keptWhenGone: true } });
    await run(connectionId, [one]);
    expect(await test.db.performance.findFirst({ where })).toMatchObject({ keptWhenGone: true });
    await run(connectionId, [one, two]);
    expect(await test.db.performance.findFirst({ where })).toMatchObject({ goneAt: null, keptWhenGone: null });
  });

  it('is told up to a bound, the counts staying exact beyond', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    await run(connectionId, [givenRemotePerformance('0')]);
    const many = Array.from({ length: maxChangesPerRun + 50 }, (_, index) => givenRemotePerformance(String(index)));
    const runId = await run(connectionId, many);
    expect(await test.db.synchronizationChange.count({ where: { runId } })).toBe(maxChangesPerRun);
    expect(await test.db.synchronizationRun.findUniqueOrThrow({ where: { id: runId } })).toMatchObject({
      changesKept: maxChangesPerRun,
      newPerformances: maxChangesPerRun + 49,
    });
  });
});
