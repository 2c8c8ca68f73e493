import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext } from '../connector';
import { createContractClock, type ContractClock } from '../contract/world';
import { synchronizationPolicy } from '../http';
import { createMemoryQuota } from '../quota';
import { createApi } from './api';
import { descriptor } from './descriptor';

const readFixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');

describe('The lists of Billetweb', () => {
  let server: Server;
  let clock: ContractClock;
  let requests: { readonly url: string; readonly authorization: string }[];
  let answers: (readonly [status: number, body: string])[];

  beforeEach(async () => {
    clock = createContractClock(new Date('2026-11-20T10:00:00.000Z'));
    requests = [];
    server = createServer((request, response) => {
      requests.push({ url: request.url ?? '', authorization: request.headers.authorization ?? '' });
      const [status, body] = (answers.length > 1 ? answers.shift() : answers[0]) ?? [200, '[]'];
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  function createTestApi(...given: (readonly [status: number, body: string])[]) {
    answers = given;
    const address = server.address();
    const context: ConnectorContext = {
      credentials: { accessKey: ' 12345 ', secretKey: 'clé:avec deux-points\n' },
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/api/`,
      quota: createMemoryQuota(descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
    };
    return createApi(context, synchronizationPolicy);
  }

  it('are asked for with the documented paths and parameters, the keys in a header', async () => {
    const api = createTestApi([200, '[]']);
    await api.listChanges(new Date('2026-01-02T03:04:05.678Z'));
    await api.listEvents();
    await api.listCurrentEvents();
    await api.listSessions('71');
    await api.listSessions('71', { disabled: true });
    await api.listTariffs('7/1');
    await api.listAttendees('71');
    expect(requests.map(({ url }) => url)).toEqual([
      '/api/attendees?last_update=1767323045&disabled=1&version=1',
      '/api/events?past=1&version=1',
      '/api/events?version=1',
      '/api/event/71/dates?past=1&version=1',
      '/api/event/71/dates?past=1&disabled=1&version=1',
      '/api/event/7%2F1/tickets?version=1',
      '/api/event/71/attendees?disabled=1&version=1',
    ]);
    const basic = Buffer.from('12345:clé:avec deux-points', 'utf8').toString('base64');
    expect(new Set(requests.map(({ authorization }) => authorization))).toEqual(new Set([`Basic ${basic}`]));
  });

  it.each([200, 401, 403])('tell a limited key from a wrong one, with status %i', async (status) => {
    const limited = createTestApi([status, readFixture('limited-key.json')]).listEvents();
    await expect(limited).rejects.toMatchObject({ code: 'insufficient-rights' });
    const wrong = createTestApi([status, '{"error":"unauthorized","description":null}']).listEvents();
    await expect(wrong).rejects.toMatchObject({ code: 'invalid-credentials' });
  });

  it.each([403, 429, 503])('wait a minute when the quota is reached, with status %i', async (status) => {
    const events = await createTestApi(
      [status, readFixture('rate-limited.json')],
      [200, readFixture('events.json')],
    ).listEvents();
    expect(events.map(({ id }) => id)).toEqual(['284417', '284418', '90210']);
    expect(clock.pauses).toEqual([60_000]);
  });

  it.each([
    ['an unknown error', '{"error":"maintenance","description":"back soon"}'],
    ['an object', '{"events":[]}'],
    ['nothing', 'null'],
    ['an event without identifier', '[{"name":"A"}]'],
    ['an event with an empty identifier', '[{"id":" ","name":"A"}]'],
  ])('are not what was expected when %s comes instead', async (_title, body) => {
    await expect(createTestApi([200, body]).listEvents()).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  it('say where an answer departs from its shape, and nothing of what it holds', async () => {
    const body = '[{"id":"1","name":"A"},{"id":"2","name":{"email":"client@public.example"}}]';
    await expect(createTestApi([200, body]).listEvents()).rejects.toMatchObject({
      message: '/events: invalid_type at 1.name',
    });
  });
});
