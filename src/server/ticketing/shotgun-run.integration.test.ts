import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toExpectedPerformances } from '@/connectors/contract/expected-performances';
import { toFirstSince } from '@/connectors/first-synchronization';
import { type Actor } from '@/server/trpc/context';
import { startTicketingWorld, type TicketingWorld } from '@/testing/ticketing-world';
import { connectTicketing } from './connect-ticketing';
import { openConnection } from './synchronize-connection.handler';
import { type SynchronizationTools } from './run-synchronization';
import { synchronizeTicketing } from './synchronize-ticketing';

/** A walk over hundreds of pages, through the database: cut anywhere, it goes on. */
describe('Shotgun through the worker', () => {
  const organizer = '900881';
  let world: TicketingWorld;
  let connectedAt: Date;
  beforeAll(async () => {
    world = await startTicketingWorld();
  });
  afterAll(() => world.stop());

  async function connect(): Promise<{ actor: Actor; connectionId: string }> {
    const actor = await world.givenActor();
    const { organizationId } = actor;
    const keys = { accessKey: organizer, secretKey: `key-${organizer}` };
    connectedAt = new Date();
    const { connectionId } = await connectTicketing(actor, { organizationId, system: 'shotgun', ...keys });
    return { actor, connectionId };
  }

  const findRun = (connectionId: string) =>
    world.db.synchronizationRun.findFirstOrThrow({ where: { connectionId }, orderBy: { createdAt: 'desc' } });
  const countPages = () => world.sandbox.counts('shotgun').byPath['GET /tickets'] ?? 0;

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
  it('goes on after its worker was killed in the middle of the pages, stores the season to the cent, then asks once a night', async () => {
    const { actor, connectionId } = await connect();
    const atFirst = countPages();
    const dieAtTenth: SynchronizationTools['open'] = (...values) => {
      const { connector, context } = openConnection(...values);
      let asked = 0;
      const acquire = (signal: AbortSignal): Promise<void> => {
        asked += 1;
        return asked === 10 ? Promise.reject(new Error('killed')) : context.quota.acquire(signal);
      };
      return { connector, context: { ...context, quota: { ...context.quota, acquire } } };
    };
    await expect(world.run(connectionId, { open: dieAtTenth })).rejects.toThrow('killed');
    const { checkpoint, ticketsRead } = await findRun(connectionId);
    expect([countPages() - atFirst, ticketsRead, JSON.parse(checkpoint ?? '')]).toMatchObject([
      9,
      900,
      { step: 'recent', tickets: 900 },
    ]);
    await world.run(connectionId);
    const ledger = world.sandbox.ticketing('shotgun').ledger(organizer);
    const since = toFirstSince(connectedAt);
    expect(await readStored(actor)).toEqual(toExpectedPerformances(ledger, since));
    // As many as without a stop: the oldest page, the recent ones, the rest of the older ones, what moved meanwhile.
    const recent = ledger.filter(({ changedAt }) => changedAt >= since.toISOString()).length;
    expect(countPages() - atFirst).toBe(1 + Math.ceil(recent / 100) + 1 + 1);
    const connection = await world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } });
    expect(connection).toMatchObject({ remoteAccount: organizer, label: `Organisateur Shotgun ${organizer}` });
    await synchronizeTicketing(actor, { organizationId: actor.organizationId, connectionId });
    await world.run(connectionId);
    expect(await findRun(connectionId)).toMatchObject({ state: 'succeeded', requests: 1, changedFigures: 0 });
  });
});
