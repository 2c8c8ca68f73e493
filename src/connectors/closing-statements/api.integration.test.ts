import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ConnectorContext, ConnectorEvent } from '../connector';
import { createContractClock, type ContractClock } from '../contract/world';
import { createMemoryQuota } from '../quota';
import { soticket } from '../soticket/index';
import { supersoniks } from '../supersoniks/index';

const readFixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const now = new Date('2026-11-20T10:00:00.000Z');
const toSeconds = (instant: string): number => Date.parse(instant) / 1000;

type Answer = readonly [status: number, body: string, headers?: Readonly<Record<string, string>>];

describe.each([supersoniks, soticket])('The requests to $descriptor.label', (connector) => {
  let server: Server;
  let clock: ContractClock;
  let requests: { readonly path: string; readonly query: unknown; readonly authorization: string }[];
  let answers: Answer[];

  beforeEach(async () => {
    clock = createContractClock(now);
    requests = [];
    answers = [[200, readFixture('empty.json')]];
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://site.test');
      const query = Object.fromEntries(url.searchParams);
      requests.push({ path: url.pathname, query, authorization: request.headers.authorization ?? '' });
      const [status, body, headers = {}] = (answers.length > 1 ? answers.shift() : answers[0]) ?? [500, ''];
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  function toContext(changes: Partial<ConnectorContext> = {}): ConnectorContext {
    const address = server.address();
    return {
      credentials: { accessKey: ' Billetterie.Lucioles.test ', secretKey: ' eyKey\n' },
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
      quota: createMemoryQuota(connector.descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
      ...changes,
    };
  }

  async function synchronize(changes: Partial<ConnectorContext> = {}, since = now): Promise<ConnectorEvent[]> {
    const events: ConnectorEvent[] = [];
    for await (const event of connector.synchronize(toContext(changes), { since })) events.push(event);
    return events;
  }

  it('are one for everything: whole days of Paris, 13 months back and a year ahead, whatever changed', async () => {
    answers = [[200, readFixture('closing.json')]];
    const events = await synchronize();
    expect(events.map(({ type }) => type)).toEqual(['total', 'series', 'series', 'inventory']);
    expect(events.at(-1)).toEqual({
      type: 'inventory',
      seriesIds: ['billetterie-lucioles-test_771', 'billetterie-lucioles-test_session_47001'],
      completeFrom: '2025-10-19T22:00:00.000Z',
      completeBefore: '2027-11-20T23:00:00.000Z',
    });
    expect(requests).toEqual([
      {
        path: '/api/v2/statement/closing',
        query: {
          from: String(toSeconds('2025-10-20T00:00:00+02:00')),
          to: String(toSeconds('2027-11-21T00:00:00+01:00')),
          bypass_closed: 'true',
        },
        authorization: 'Bearer eyKey',
      },
    ]);
  });

  it('go further back when nothing worked for longer than 13 months', async () => {
    await synchronize({}, new Date('2024-02-03T04:05:06.000Z'));
    expect(requests[0]?.query).toMatchObject({ from: String(toSeconds('2024-02-03T00:00:00+01:00')) });
  });

  it('try a key on a day two years ahead, and name the account after its domain', async () => {
    expect(await connector.testConnection(toContext())).toEqual({
      account: 'billetterie.lucioles.test',
      label: `Compte ${connector.descriptor.label} billetterie.lucioles.test`,
    });
    expect(requests.map(({ query }) => query)).toEqual([
      {
        from: String(toSeconds('2028-11-20T00:00:00+01:00')),
        to: String(toSeconds('2028-11-21T00:00:00+01:00')),
        bypass_closed: 'true',
      },
    ]);
  });

  it('wait a minute for the large answer of a large site, and four seconds in front of a person', async () => {
    const timeout = jest.spyOn(AbortSignal, 'timeout');
    await synchronize();
    expect(timeout.mock.calls).toEqual([[60_000]]);
    timeout.mockClear();
    await connector.testConnection(toContext());
    expect(timeout.mock.calls).toEqual([[10_000], [4000]]);
    timeout.mockRestore();
  });

  it.each<readonly [string, Answer, string]>([
    ['a refused key', [403, readFixture('refused-key.json')], 'invalid-credentials'],
    ['a refused key with status 401', [401, readFixture('refused-key.json')], 'invalid-credentials'],
    ['a refused key with status 200', [200, readFixture('refused-key.json')], 'invalid-credentials'],
    ['a refusal in other words', [403, '{"success":false,"messages":[],"data":null,"total":0}'], 'invalid-credentials'],
    [
      'a key without its rights',
      [403, '{"success":false,"messages":[{"content":"Permission denied"}]}'],
      'insufficient-rights',
    ],
    ['a refusal that is not of the software', [403, '{"error":"forbidden"}'], 'insufficient-rights'],
    ['the page of a firewall', [403, '<html>Accès refusé</html>', { 'content-type': 'text/html' }], 'unavailable'],
    ['a missing date', [400, readFixture('missing-date.json')], 'unexpected-answer'],
    ['a failure with status 200', [200, '{"success":false,"data":[],"messages":null,"total":0}'], 'unexpected-answer'],
    ['a bare list', [200, '[]'], 'unexpected-answer'],
    ['no list', [200, '{"success":true,"data":null,"messages":[],"total":0}'], 'unexpected-answer'],
    ['a session without identifier', [200, '{"success":true,"data":[{"session":{}}]}'], 'unexpected-answer'],
    ['another site', [404, '<html>Page introuvable</html>', { 'content-type': 'text/html' }], 'unexpected-answer'],
    ['a redirection', [302, '', { location: 'http://169.254.169.254/latest/meta-data/' }], 'unexpected-answer'],
    ['a redirection to another host', [301, '', { location: 'https://autre.test/' }], 'unexpected-answer'],
  ])('end with a code, at once and without following, for %s', async (_title, answer, code) => {
    answers = [answer];
    await expect(synchronize()).rejects.toMatchObject({ name: 'AppError', code });
    await expect(connector.testConnection(toContext())).rejects.toMatchObject({ name: 'AppError', code });
    expect(requests).toHaveLength(2);
  });

  it('say where an answer departs from its shape, and nothing of what it holds', async () => {
    answers = [[200, '{"success":true,"data":[{"session":{"id":{"email":"client@public.example"}}}]}']];
    await expect(synchronize()).rejects.toMatchObject({
      message: '/api/v2/statement/closing: invalid_union at data.0.session.id',
    });
  });

  it.each(['https://billetterie.lucioles.test', '127.0.0.1', 'localhost', ''])(
    'are none for the domain %p, even when the address is given by the environment',
    async (accessKey) => {
      const context = toContext({ credentials: { accessKey, secretKey: 'eyKey' } });
      await expect(connector.testConnection(context)).rejects.toMatchObject({ code: 'invalid-address' });
      await expect(synchronize(context)).rejects.toMatchObject({ code: 'invalid-address' });
      expect(() => connector.vendorBaseUrl(context.credentials)).toThrow(
        expect.objectContaining({ code: 'invalid-address' }),
      );
      expect(requests).toEqual([]);
    },
  );

  it.each(['Bearer eyJhbGci.eyJzdWIi', ' eyJhbGci\r\n .eyJzdWIi\n'])(
    'carry the key alone, however it was pasted: %p',
    async (secretKey) => {
      await connector.testConnection(toContext({ credentials: { accessKey: 'billetterie.lucioles.test', secretKey } }));
      expect(requests.map(({ authorization }) => authorization)).toEqual(['Bearer eyJhbGci.eyJzdWIi']);
    },
  );

  it.each(['', 'ey’clé', 'ey\u0000'])('are none for the key %p, which is no key', async (secretKey) => {
    const context = toContext({ credentials: { accessKey: 'billetterie.lucioles.test', secretKey } });
    await expect(connector.testConnection(context)).rejects.toMatchObject({ code: 'invalid-credentials' });
    expect(requests).toEqual([]);
  });

  it('go to the site of the customer, over https', () => {
    expect(connector.vendorBaseUrl(toContext().credentials)).toBe('https://billetterie.lucioles.test');
  });
});
