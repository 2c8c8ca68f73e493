import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toExpectedPerformances } from '@/connectors/contract/expected-performances';
import { toFirstSince } from '@/connectors/first-synchronization';
import { type Actor } from '@/server/trpc/context';
import { startTicketingWorld, type TicketingWorld } from '@/testing/ticketing-world';
import { connectTicketing } from './connect-ticketing';
import { synchronizeTicketing } from './synchronize-ticketing';

/** A connector that walks the tickets of the whole account, through the database: what Billetweb's tests cannot show. */
describe('HelloAsso through the worker', () => {
  let world: TicketingWorld;
  let connectedAt: Date;
  beforeAll(async () => {
    world = await startTicketingWorld();
  });
  afterAll(() => world.stop());

  async function connect(): Promise<{ actor: Actor; connectionId: string }> {
    const actor = await world.givenActor();
    const { organizationId } = actor;
    const keys = { accessKey: 'short-client', secretKey: 'demo-key-short' };
    connectedAt = new Date();
    const { connectionId } = await connectTicketing(actor, { organizationId, system: 'helloasso', ...keys });
    return { actor, connectionId };
  }

  const findRun = (connectionId: string) =>
    world.db.synchronizationRun.findFirstOrThrow({ where: { connectionId }, orderBy: { createdAt: 'desc' } });

  async function readStored({ organizationId }: Actor) {
    const rows = await world.db.performance.findMany({
      where: { series: { organizationId } },
      include: { series: true },
      orderBy: { series: { remoteId: 'asc' } },
    });
    return rows.map((row) => ({
      seriesId: row.series.remoteId,
      startAt: row.startAt.toISOString(),
      includingTaxesCents: Number(row.importedIncludingCents),
      excludingTaxesCents: Number(row.importedExcludingCents),
      taxRateBp: row.importedTaxRateBp,
      paidTickets: row.importedPaidTickets,
      freeTickets: row.importedFreeTickets,
    }));
  }

  it('stores the season to the cent, and asks three requests at most when nothing moved', async () => {
    const { actor, connectionId } = await connect();
    await world.run(connectionId);
    const ledger = world.sandbox.ticketing('helloasso').ledger('short-client');
    expect(await readStored(actor)).toEqual(toExpectedPerformances(ledger, toFirstSince(connectedAt)));
    const connection = await world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } });
    expect(connection).toMatchObject({ remoteAccount: 'les-quatre-vents', label: 'Les Quatre Vents' });
    await synchronizeTicketing(actor, { organizationId: actor.organizationId, connectionId });
    await world.run(connectionId);
    expect(await findRun(connectionId)).toMatchObject({ state: 'succeeded', requests: 2, changedFigures: 0 });
  });

  it('goes on after its worker was killed between two shows, without reading any ticket again', async () => {
    const { actor, connectionId } = await connect();
    let shows = 0;
    const dieAtFifth = (boundary: string) => {
      if (boundary === 'before-series' && (shows += 1) === 5) throw new Error('killed');
    };
    await expect(world.run(connectionId, { pass: dieAtFifth })).rejects.toThrow('killed');
    const { doneSeriesIds, checkpoint } = await findRun(connectionId);
    expect([doneSeriesIds.length, JSON.parse(checkpoint ?? '')]).toMatchObject([4, { position: { isComplete: true } }]);
    const before = { ...world.sandbox.counts('helloasso').byPath };
    await world.run(connectionId);
    const ledger = world.sandbox.ticketing('helloasso').ledger('short-client');
    expect(await readStored(actor)).toEqual(toExpectedPerformances(ledger, toFirstSince(connectedAt)));
    const items = 'GET /v5/organizations/les-quatre-vents/items';
    expect(world.sandbox.counts('helloasso').byPath[items]).toBe(before[items]);
  });
});
