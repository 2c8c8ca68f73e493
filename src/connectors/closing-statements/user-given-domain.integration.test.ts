import type { LookupAddress } from 'node:dns';
import { createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { Connector, ConnectorContext } from '../connector';
import { createContractClock } from '../contract/world';
import { createMemoryQuota } from '../quota';

type Resolution = readonly string[] | 'failed';
type Resolved = (error: Error | null, addresses: LookupAddress[]) => void;

/** What the resolver of this machine answers, one connection after the other; the last answer is repeated. */
let resolutions: Resolution[] = [];
let asked: string[] = [];
jest.unstable_mockModule('node:dns', () => ({
  lookup: (hostname: string, _options: unknown, callback: Resolved) => {
    asked.push(hostname);
    const resolution = resolutions.length > 1 ? resolutions.shift() : resolutions[0];
    if (resolution === undefined || resolution === 'failed') callback(new Error('EAI_AGAIN'), []);
    else
      callback(
        null,
        resolution.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
  },
}));
const { supersoniks } = await import('../supersoniks/index');
const { soticket } = await import('../soticket/index');

describe.each<readonly [string, Connector]>([
  ['Supersoniks', supersoniks],
  ['SoTicket', soticket],
])('A domain typed by a user of %s', (_label, connector) => {
  const domain = 'billetterie.lucioles.test';
  let server: Server;
  let connections: number;

  beforeEach(async () => {
    asked = [];
    connections = 0;
    server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(() => new Promise((done) => server.close(done)));

  /** The vendor's own address, as in production, but for the port: somebody would answer there if we came. */
  function toContext(accessKey = domain): ConnectorContext {
    const clock = createContractClock(new Date('2026-11-20T10:00:00.000Z'));
    const credentials = { accessKey, secretKey: 'eyKey' };
    const address = server.address();
    return {
      credentials,
      baseUrl: `${connector.vendorBaseUrl(credentials)}:${typeof address === 'object' && address ? address.port : 0}`,
      quota: createMemoryQuota(connector.descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: false,
      now: clock.now,
      wait: clock.wait,
    };
  }

  async function synchronize(context: ConnectorContext): Promise<void> {
    for await (const event of connector.synchronize(context, { since: context.now() })) expect(event).toBeUndefined();
  }

  it.each<readonly [string, readonly string[]]>([
    ['this machine', ['127.0.0.1']],
    ['this machine over IPv6', ['::1']],
    ['this machine written as IPv6', ['::ffff:127.0.0.1']],
    ['a private network', ['10.1.2.3']],
    ['a private network over IPv6', ['fd00::1']],
    ['the metadata of the host', ['169.254.169.254']],
    ['no machine at all', ['0.0.0.0']],
    ['a public address and a private one', ['93.184.216.34', '192.168.1.1']],
  ])('that resolves to %s is refused, without a connection nor another try', async (_title, addresses) => {
    resolutions = [addresses];
    await expect(connector.testConnection(toContext())).rejects.toMatchObject({ code: 'invalid-address' });
    await expect(synchronize(toContext())).rejects.toMatchObject({ code: 'invalid-address' });
    expect([asked, connections]).toEqual([[domain, domain], 0]);
  });

  it('is judged again at each connection: a name that changes its mind between two tries is refused', async () => {
    resolutions = ['failed', ['127.0.0.1']];
    await expect(synchronize(toContext())).rejects.toMatchObject({ code: 'invalid-address' });
    expect([asked, connections]).toEqual([[domain, domain], 0]);
  });

  it('that leads nowhere is told as a site that does not answer', async () => {
    resolutions = ['failed'];
    await expect(connector.testConnection(toContext())).rejects.toMatchObject({ code: 'unavailable' });
    expect([asked, connections]).toEqual([[domain, domain], 0]);
  });

  it('is never called without TLS, even when a public address answers for it', async () => {
    resolutions = [['93.184.216.34']];
    const context = toContext();
    const plain = { ...context, baseUrl: context.baseUrl.replace('https:', 'http:') };
    await expect(connector.testConnection(plain)).rejects.toMatchObject({ code: 'invalid-address' });
    expect([asked, connections]).toEqual([[], 0]);
  });
});
