import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor } from '@/server/trpc/context';
import { sumCents } from '@/domain/money';
import { type TicketingWorld, startTicketingWorld } from '@/testing/ticketing-world';
import { connectTicketing } from './connect-ticketing';
import { synchronizeTicketing } from './synchronize-ticketing';

describe('a system that tells everything in one answer', () => {
  let world: TicketingWorld;
  beforeAll(async () => {
    world = await startTicketingWorld();
  });
  afterAll(() => world.stop());

  const readRun = (connectionId: string) =>
    world.db.synchronizationRun.findFirstOrThrow({ where: { connectionId }, orderBy: { createdAt: 'desc' } });
  const readPerformances = ({ organizationId }: Actor) =>
    world.db.performance.findMany({ where: { series: { organizationId } }, orderBy: { id: 'asc' } });

  it.each([
    ['supersoniks', 'phare.test', 31],
    ['soticket', 'embruns.test', 32],
  ] as const)(
    'is stored to the cent, costs one request each time, and shows what has gone: %s',
    async (system, site, number) => {
      const actor = await world.givenActor();
      const account = `billetterie-${number}.${site}`;
      const keys = { organizationId: actor.organizationId, system, accessKey: account, secretKey: `ey-key-${number}` };
      const { connectionId } = await connectTicketing(actor, keys);
      await world.run(connectionId);
      const counted = world.sandbox.ticketing(system).ledger(account);
      const stored = await readPerformances(actor);
      const series = await world.db.series.findMany({ where: { organizationId: actor.organizationId } });
      const kept = new Set(series.map(({ remoteId }) => remoteId));
      const received = counted.filter(({ isCounted, seriesId }) => isCounted && kept.has(seriesId));
      expect(sumCents(stored.map(({ importedIncludingCents }) => Number(importedIncludingCents)))).toBe(
        sumCents(received.map(({ receivedCents }) => receivedCents)),
      );
      expect(await world.db.ticketingConnection.findUniqueOrThrow({ where: { id: connectionId } })).toMatchObject({
        remoteAccount: account,
        lastErrorCode: null,
      });
      expect(await readRun(connectionId)).toMatchObject({ state: 'succeeded', requests: 1, newSeries: 11 });

      await synchronizeTicketing(actor, { organizationId: actor.organizationId, connectionId });
      await world.run(connectionId);
      expect(await readPerformances(actor)).toEqual(stored);
      expect(await readRun(connectionId)).toMatchObject({ state: 'succeeded', requests: 1, changesKept: 0 });

      const season = world.sandbox.ticketing(system).season(account);
      const [gone] = season?.shows.splice(3, 1) ?? [];
      await synchronizeTicketing(actor, { organizationId: actor.organizationId, connectionId });
      await world.run(connectionId);
      const after = await readPerformances(actor);
      const prefix = account.replaceAll('.', '-');
      expect(after.flatMap(({ remoteId, goneAt }) => (goneAt ? [remoteId] : []))).toEqual(
        gone?.sessions.map(({ id }) => `${prefix}_${id}`),
      );
      expect(await readRun(connectionId)).toMatchObject({ state: 'succeeded', gonePerformances: 1, changesKept: 1 });
    },
  );

  it('is not connected under anything but a domain', async () => {
    const actor = await world.givenActor();
    const keys = { organizationId: actor.organizationId, system: 'supersoniks', secretKey: 'ey-key-33' } as const;
    for (const accessKey of ['https://billetterie-33.phare.test', '127.0.0.1', 'localhost:3000']) {
      await expect(connectTicketing(actor, { ...keys, accessKey })).rejects.toMatchObject({ code: 'invalid-address' });
    }
    await expect(
      connectTicketing(actor, { ...keys, accessKey: 'billetterie-33.phare.test', secretKey: 'ey-wrong' }),
    ).rejects.toMatchObject({ code: 'invalid-credentials' });
    expect(await world.db.ticketingConnection.count({ where: { organizationId: actor.organizationId } })).toBe(0);
  });
});
