import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { shotgun } from '@/connectors/shotgun/index';
import { closeLine } from '@/server/realtime/line';
import { type TicketingWorld, startTicketingWorld } from '@/testing/ticketing-world';
import { createConnectorContext } from './create-connector-context';
import { tryCredentials } from './try-credentials';

describe('The quota of a provider', () => {
  let world: TicketingWorld;
  beforeAll(async () => {
    world = await startTicketingWorld();
  });
  afterAll(async () => {
    await closeLine();
    await world.stop();
  });

  async function countQuotas(
    system: 'billetweb' | 'shotgun',
    accounts: readonly (readonly [string, string])[],
  ): Promise<number> {
    for (const [accessKey, secretKey] of accounts) await tryCredentials(world.db, system, { accessKey, secretKey });
    const rows = await world.db.providerRequest.findMany({
      where: { quotaKey: { startsWith: system } },
      distinct: ['quotaKey'],
    });
    return rows.length;
  }

  it('is one for each account where the provider counts by account', async () => {
    const accounts = [
      ['user-771', 'key-771'],
      ['user-772', 'key-772'],
    ] as const;
    expect(await countQuotas('billetweb', accounts)).toBe(2);
  });

  it('keeps a place for a person who tests a key while synchronisations have taken all of theirs', async () => {
    const credentials = { accessKey: '900773', secretKey: 'key-900773' };
    await world.db.providerRequest.deleteMany();
    const { requests } = shotgun.descriptor.quota;
    await world.db.providerRequest.createMany({
      data: Array.from({ length: requests }, () => ({ quotaKey: 'shotgun', grantedAt: new Date() })),
    });
    const stopper = new AbortController();
    const { quota } = createConnectorContext(world.db, shotgun, credentials, { signal: stopper.signal });
    const waiting = quota.acquire(stopper.signal);
    const stopped = expect(waiting).rejects.toThrow('tired');
    expect(await tryCredentials(world.db, 'shotgun', credentials)).toMatchObject({ account: '900773' });
    stopper.abort(new Error('tired'));
    await stopped;
    expect(await world.db.providerRequest.count({ where: { quotaKey: 'shotgun' } })).toBe(requests + 2);
  });

  it('is one for all accounts where the provider counts by IP address', async () => {
    const accounts = [
      ['900771', 'key-900771'],
      ['900772', 'key-900772'],
    ] as const;
    expect(await countQuotas('shotgun', accounts)).toBe(1);
  });
});
