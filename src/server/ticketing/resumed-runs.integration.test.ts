import { describe, expect, it } from '@jest/globals';
import type { ConnectorEvent } from '@/connectors/connector';
import { AppError } from '@/domain/errors';
import { givenQuietConnection, givenRemotePerformance, givenSeriesEvent, runWith } from '@/testing/given-run';
import { givenTestDatabase } from '@/testing/given-test-database';

describe('a run that walks the tickets of a whole account', () => {
  const test = givenTestDatabase();
  const shows = [
    givenSeriesEvent('a', [givenRemotePerformance('a1')]),
    givenSeriesEvent('b', [givenRemotePerformance('b1')]),
  ];
  const checkpoint = (mark: string, tickets: number): ConnectorEvent => ({
    type: 'checkpoint',
    checkpoint: mark,
    tickets,
  });
  const readRun = (id: string) => test.db.synchronizationRun.findUniqueOrThrow({ where: { id } });

  it('goes on from its last checkpoint after its worker was killed, and forgets it when it ends', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    await expect(
      runWith(test.db, connectionId, function* (): Generator<ConnectorEvent> {
        yield checkpoint('page-1', 5000);
        yield checkpoint('page-2', 12_400);
        throw new Error('killed');
      }),
    ).rejects.toThrow('killed');
    const cut = await test.db.synchronizationRun.findFirstOrThrow({ where: { connectionId } });
    expect(cut).toMatchObject({ state: 'running', checkpoint: 'page-2', ticketsRead: 12_400 });

    let given: unknown;
    const runId = await runWith(test.db, connectionId, function* (options): Generator<ConnectorEvent> {
      given = options.checkpoint;
      yield checkpoint('page-3', 17_000);
      yield { type: 'total', series: 2 };
      yield* shows;
    });
    expect(runId).toBe(cut.id);
    expect(given).toBe('page-2');
    expect(await readRun(runId)).toMatchObject({
      state: 'succeeded',
      checkpoint: null,
      ticketsRead: 17_000,
      seriesTotal: 2,
      seriesDone: 2,
      newSeries: 2,
    });
  });

  it('keeps both its checkpoint and the shows already stored when it is cut after the walk', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    let passages = 0;
    await expect(
      runWith(
        test.db,
        connectionId,
        function* (): Generator<ConnectorEvent> {
          yield checkpoint('end', 20);
          yield { type: 'total', series: 2 };
          yield* shows;
        },
        {
          pass: (boundary) => {
            if (boundary === 'before-series' && (passages += 1) === 2) throw new Error('killed');
          },
        },
      ),
    ).rejects.toThrow('killed');
    let given: unknown;
    const runId = await runWith(test.db, connectionId, function* (options): Generator<ConnectorEvent> {
      given = { checkpoint: options.checkpoint, skipped: [...(options.skipSeriesIds ?? [])] };
      yield { type: 'total', series: 1 };
      yield* shows.slice(1);
    });
    expect(given).toEqual({ checkpoint: 'end', skipped: ['a'] });
    expect(await readRun(runId)).toMatchObject({ state: 'succeeded', seriesTotal: 2, seriesDone: 2, newSeries: 2 });
  });

  it('starts over after a refusal: the next run is another one, without checkpoint', async () => {
    const { connectionId } = await givenQuietConnection(test.db);
    const failed = await runWith(test.db, connectionId, function* (): Generator<ConnectorEvent> {
      yield checkpoint('page-1', 100);
      throw new AppError('unavailable');
    });
    expect(await readRun(failed)).toMatchObject({ state: 'failed', errorCode: 'unavailable', checkpoint: null });
    let given: unknown = 'not asked';
    const next = await runWith(test.db, connectionId, (options) => {
      given = options.checkpoint;
      return [];
    });
    expect([given, next === failed]).toEqual([null, false]);
  });
});
