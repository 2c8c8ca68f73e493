import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { saveDeclaration } from '@/server/declarations/save-declaration';
import { createShow } from '@/server/manual/create-show';
import { getShow } from '@/server/manual/get-show';
import { type TypedPerformance } from '@/server/manual/manual-performance.schema';
import { removeTyped } from '@/server/manual/remove-typed';
import { restoreTyped } from '@/server/manual/restore-typed';
import { saveShow } from '@/server/manual/save-show';
import { givenPushClient } from '@/testing/given-push';
import { givenQuietConnection, givenRemotePerformance, givenSeriesEvent, runWith } from '@/testing/given-run';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { type PushServer, servePush } from '@/testing/serve-push';

const longAgo = new Date('2026-01-02T03:04:05.000Z');

describe('when the figures of a show last changed', () => {
  const test = givenTestDatabase();
  let push: PushServer;
  beforeAll(async () => {
    push = await servePush();
  });
  afterAll(() => push.stop());

  /** Whether `work` moved the figures of this show. */
  async function moves(seriesId: string, work: () => Promise<unknown>): Promise<boolean> {
    await test.db.series.update({ where: { id: seriesId }, data: { figuresChangedAt: longAgo } });
    await work();
    const { figuresChangedAt } = await test.db.series.findUniqueOrThrow({ where: { id: seriesId } });
    return figuresChangedAt.getTime() !== longAgo.getTime();
  }

  it('a synchronisation moves it when tickets or revenue changed, and not for a date alone', async () => {
    const { connectionId, organizationId } = await givenQuietConnection(test.db);
    const evening = givenRemotePerformance('1');
    const other = givenRemotePerformance('2');
    const run = (...performances: ReturnType<typeof givenRemotePerformance>[]) =>
      runWith(test.db, connectionId, () => [givenSeriesEvent('show', performances)]);
    await run(evening, other);
    const { id } = await test.db.series.findFirstOrThrow({ where: { organizationId } });
    expect(await moves(id, () => run(evening, other))).toBe(false);
    const later = { ...evening, startAt: '2026-06-27T18:30:00.000Z' };
    expect(await moves(id, () => run(later, other))).toBe(false);
    expect(await moves(id, () => run({ ...later, paidTickets: 11 }, other))).toBe(true);
    expect(await moves(id, () => run({ ...later, paidTickets: 11 }))).toBe(true);
    expect(await moves(id, () => run({ ...later, paidTickets: 11 }, other))).toBe(true);
    expect(await moves(id, () => run({ ...later, paidTickets: 11 }, other, givenRemotePerformance('3')))).toBe(true);
  });

  it('a show that its ticketing no longer has moves, once', async () => {
    const { connectionId, organizationId } = await givenQuietConnection(test.db);
    await runWith(test.db, connectionId, () => [givenSeriesEvent('show', [givenRemotePerformance('1')])]);
    const { id } = await test.db.series.findFirstOrThrow({ where: { organizationId } });
    const inventory = {
      type: 'inventory',
      seriesIds: [],
      completeFrom: '2026-01-01T00:00:00.000Z',
      completeBefore: '2027-01-01T00:00:00.000Z',
    } as const;
    expect(await moves(id, () => runWith(test.db, connectionId, () => [inventory]))).toBe(true);
    expect(await moves(id, () => runWith(test.db, connectionId, () => [inventory]))).toBe(false);
  });

  it('an editor that sends the same figures again moves nothing, one that removes a performance does', async () => {
    const client = await givenPushClient(test.db, push.url);
    const show = { name: 'Le Bal des fous de Bassan', performances: [givenRemotePerformance('a')] };
    const send = () => client.send('PUT', '/shows/bal', show);
    expect((await send()).status).toBe(201);
    const { id } = await test.db.series.findFirstOrThrow({ where: { organizationId: client.actor.organizationId } });
    expect(await moves(id, send)).toBe(false);
    const remove = () => client.send('DELETE', '/shows/bal/performances/a');
    expect(await moves(id, remove)).toBe(true);
    expect(await moves(id, remove)).toBe(false);
  });

  it('what is typed by hand moves it, but a name or a date alone', async () => {
    const { actor, organizationId } = await givenShow(test.db);
    const evening: TypedPerformance = {
      startAt: '2026-06-26T18:30:00.000Z',
      includingTaxesCents: 120_000,
      excludingTaxesCents: 113_744,
      taxRateBp: 550,
      paidTickets: 80,
      freeTickets: 6,
    };
    const before = Date.now();
    const { seriesId } = await createShow(actor, {
      organizationId,
      key: randomUUID(),
      name: 'Le Bal des fous de Bassan',
      performances: [{ key: randomUUID(), performance: evening }],
    });
    const created = await test.db.series.findUniqueOrThrow({ where: { id: seriesId } });
    expect(created.figuresChangedAt.getTime()).toBeGreaterThanOrEqual(before);

    const scope = { organizationId, seriesId };
    const save = async (change: Partial<Parameters<typeof saveShow>[1]>) => {
      const { version } = await getShow(actor, scope);
      return saveShow(actor, { ...scope, version, add: [], change: [], ...change });
    };
    const [first] = (await getShow(actor, scope)).performances;
    const id = first?.id ?? '';
    const moved = { ...evening, startAt: '2026-06-28T18:30:00.000Z' };
    expect(await moves(seriesId, () => save({ name: 'Le Bal des goélands' }))).toBe(false);
    expect(await moves(seriesId, () => save({ change: [{ id, performance: moved }] }))).toBe(false);
    expect(await moves(seriesId, () => save({ change: [{ id, performance: { ...moved, freeTickets: 7 } }] }))).toBe(
      true,
    );
    expect(await moves(seriesId, () => save({ add: [{ key: randomUUID(), performance: evening }] }))).toBe(true);

    const remove = async (performanceIds: string[] | null) =>
      removeTyped(actor, { ...scope, version: (await getShow(actor, scope)).version, performanceIds });
    let removalId = '';
    const removeOne = async () => ({ removalId } = await remove([id]));
    expect(await moves(seriesId, removeOne)).toBe(true);
    expect(await moves(seriesId, () => restoreTyped(actor, { organizationId, removalId }))).toBe(true);

    await test.db.series.update({ where: { id: seriesId }, data: { figuresChangedAt: longAgo } });
    ({ removalId } = await remove(null));
    // A removal of an older release does not know of it.
    await test.db
      .$executeRaw`UPDATE "Removal" SET content = content #- '{series,figuresChangedAt}' WHERE id = ${removalId}::uuid`;
    await restoreTyped(actor, { organizationId, removalId });
    const restored = await test.db.series.findUniqueOrThrow({ where: { id: seriesId } });
    expect(restored.figuresChangedAt.getTime()).toBeGreaterThanOrEqual(before);
  });

  it('a correction moves it, an answer about the show does not', async () => {
    const { actor, organizationId, seriesId, performanceIds } = await givenShow(test.db);
    const [id = ''] = performanceIds;
    let version = 1;
    const save = async (patch: Parameters<typeof saveDeclaration>[1]['patch']) => {
      ({ version } = await saveDeclaration(actor, { organizationId, seriesId, version, patch }));
    };
    expect(await moves(seriesId, () => save({ series: { capacity: 200 } }))).toBe(false);
    expect(await moves(seriesId, () => save({ performances: [{ id, corrected: { paidTickets: 119 } }] }))).toBe(true);
    expect(await moves(seriesId, () => save({ performances: [{ id, corrected: { paidTickets: 119 } }] }))).toBe(false);
  });
});
