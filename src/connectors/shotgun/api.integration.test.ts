import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext } from '../connector';
import { createContractClock, type ContractClock } from '../contract/world';
import { synchronizationPolicy } from '../http';
import { createMemoryQuota } from '../quota';
import { createApi, toEventsBase } from './api';
import { descriptor } from './descriptor';
import { findEvents } from './find-events';
import { shotgun } from './index';

const readFixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
type Answer = readonly [status: number, body: string];

const [recordedTicket] = JSON.parse(readFixture('tickets.json')).data;
const toEventPage = (from: number, count: number): string =>
  JSON.stringify({ data: Array.from({ length: count }, (_, index) => ({ id: from + index, name: 'Nuit' })) });

describe('The two services of Shotgun', () => {
  let server: Server;
  let clock: ContractClock;
  let requests: { readonly url: string; readonly authorization: string | undefined }[];
  let answers: Answer[];
  let logged: unknown[];

  beforeEach(async () => {
    clock = createContractClock(new Date('2026-11-20T10:00:00.000Z'));
    requests = [];
    logged = [];
    server = createServer((request, response) => {
      requests.push({ url: request.url ?? '', authorization: request.headers.authorization });
      const [status, body] = (answers.length > 1 ? answers.shift() : answers[0]) ?? [200, '{"data":[]}'];
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  function givenContext(...given: Answer[]): ConnectorContext {
    answers = given;
    const address = server.address();
    return {
      credentials: { accessKey: ' 173027 ', secretKey: 'eyJmaXh0dXJl.secret\n' },
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
      quota: createMemoryQuota(descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
      log: (entry) => logged.push(entry),
    };
  }

  function createTestApi(...given: Answer[]) {
    return createApi(givenContext(...given), synchronizationPolicy);
  }

  it('are asked with the documented paths and parameters, the token of tickets in a header', async () => {
    const api = createTestApi([200, readFixture('last-page.json')]);
    await api.listTickets({});
    await api.listTickets({ after: '2026-11-02T17:20:00.010Z_70000010', eventId: '412001' });
    await api.listEvents('upcoming', 0, 1);
    await api.listEvents('past', 2);
    expect(requests).toEqual([
      { url: '/tickets?organizer_id=173027', authorization: 'Bearer eyJmaXh0dXJl.secret' },
      {
        url: '/tickets?organizer_id=173027&event_id=412001&after=2026-11-02T17%3A20%3A00.010Z_70000010',
        authorization: 'Bearer eyJmaXh0dXJl.secret',
      },
      {
        url: '/api/shotgun/organizers/173027/events?key=eyJmaXh0dXJl.secret&page=0&limit=1',
        authorization: undefined,
      },
      {
        url: '/api/shotgun/organizers/173027/events?key=eyJmaXh0dXJl.secret&page=2&limit=100&past_events=true',
        authorization: undefined,
      },
    ]);
    expect(JSON.stringify(logged)).not.toContain('secret');
  });

  it('have one address each at the vendor, and the same one when it is replaced', () => {
    expect(shotgun.vendorBaseUrl({ accessKey: '173027', secretKey: '' })).toBe('https://api.shotgun.live');
    expect(toEventsBase('https://api.shotgun.live/')).toBe('https://smartboard-api.shotgun.live');
    expect(toEventsBase('http://127.0.0.1:9000/')).toBe('http://127.0.0.1:9000/');
  });

  it('keep of the next page its cursor alone: neither its host nor its token', async () => {
    const page = await createTestApi([200, readFixture('tickets.json')]).listTickets({});
    expect(page.tickets).toHaveLength(10);
    expect(page.next).toBe('2026-11-02T17:20:00.010Z_70000010');
    expect(JSON.stringify(page)).not.toMatch(/eyJ|@/);
  });

  it('end without paging when a page is not full', async () => {
    expect(await createTestApi([200, '{"data":[]}']).listTickets({})).toEqual({ tickets: [], next: null });
  });

  it.each([
    ['repeats', '2026-11-02T17:20:00.010Z_70000010'],
    ['says nothing', null],
  ])('refuse a next page that %s', async (_title, cursor) => {
    const next = `https://api.shotgun.live/tickets?token=secret${cursor === null ? '' : `&after=${cursor}`}`;
    const body = JSON.stringify({ data: [], pagination: { next } });
    const run = createTestApi([200, body]).listTickets({ after: '2026-11-02T17:20:00.010Z_70000010' });
    await expect(run).rejects.toMatchObject({ code: 'unexpected-answer', message: '/tickets: next leads nowhere' });
  });

  it('accept a token of the old kind, and remember that it is one', async () => {
    const api = createTestApi(
      [401, readFixture('unauthorized.json')],
      [200, readFixture('upcoming-events.json')],
      [200, readFixture('past-events.json')],
    );
    expect((await api.listEvents('upcoming', 0)).map(({ id }) => id)).toEqual(['412002']);
    expect((await api.listEvents('past', 0)).map(({ id }) => id)).toEqual(['412001']);
    expect(requests.map(({ url }) => new URL(url, 'http://vendor.test').searchParams.keys().next().value)).toEqual([
      'key',
      'token',
      'token',
    ]);
  });

  it('do not try a token in two ways for ever', async () => {
    const api = createTestApi([401, readFixture('unauthorized.json')]);
    await expect(api.listEvents('upcoming', 0)).rejects.toMatchObject({ code: 'invalid-credentials' });
    expect(requests).toHaveLength(2);
  });

  it.each([
    ['an object', '{"tickets":[]}'],
    ['a full page without paging', JSON.stringify({ data: Array.from({ length: 100 }, () => recordedTicket) })],
    ['a list', '[]'],
    ['nothing', 'null'],
    ['a ticket of no event', '{"data":[{"ticket_id":1,"ticket_status":"valid"}],"pagination":{}}'],
  ])('are not what was expected when %s comes instead', async (_title, body) => {
    await expect(createTestApi([200, body]).listTickets({})).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  it('want a number for an organizer before any request', async () => {
    const credentials = { accessKey: 'le-phare', secretKey: 'secret' };
    const run = shotgun.testConnection({ ...givenContext([200, '{}']), credentials });
    await expect(run).rejects.toMatchObject({ code: 'invalid-credentials' });
    expect(requests).toEqual([]);
  });

  it.each(['Bearer eyJmaXh0dXJl.secret', ' eyJmaXh0\r\ndXJl.secret\n'])(
    'carry the token alone, however it was pasted: %p',
    async (secretKey) => {
      const context = givenContext([200, readFixture('last-page.json')]);
      await createApi({ ...context, credentials: { accessKey: '1', secretKey } }, synchronizationPolicy).listTickets(
        {},
      );
      expect(requests[0]?.authorization).toBe('Bearer eyJmaXh0dXJl.secret');
    },
  );

  it.each(['', 'clé'])('are none for the token %p, which is no token', async (secretKey) => {
    const context = givenContext([200, readFixture('last-page.json')]);
    const run = shotgun.testConnection({ ...context, credentials: { accessKey: '173027', secretKey } });
    await expect(run).rejects.toMatchObject({ code: 'invalid-credentials' });
    expect(requests).toEqual([]);
  });

  describe('in giving names', () => {
    const find = (api: ReturnType<typeof createTestApi>, ...ids: readonly string[]) =>
      findEvents(api, new Set(ids), 'upcoming');
    const pages = () =>
      requests.map(({ url }) => {
        const { searchParams } = new URL(url, 'http://vendor.test');
        return `${searchParams.has('past_events') ? 'past' : 'upcoming'} ${searchParams.get('page')}`;
      });

    it('begin each list at its own page 0, also when the first list fills its pages', async () => {
      const api = createTestApi([200, toEventPage(1, 100)], [200, toEventPage(101, 7)], [200, toEventPage(501, 3)]);
      expect([...(await find(api, '5', '107', '503')).keys()]).toEqual(['5', '107', '503']);
      expect(pages()).toEqual(['upcoming 0', 'upcoming 1', 'past 0']);
    });

    it('end as soon as everything has one', async () => {
      const api = createTestApi([200, toEventPage(1, 100)]);
      expect([...(await find(api, '5', '100')).keys()]).toEqual(['5', '100']);
      expect(pages()).toEqual(['upcoming 0']);
    });

    it('look further before a show is called deleted, in case pages are shorter than asked', async () => {
      const api = createTestApi(
        [200, toEventPage(1, 50)],
        [200, '{"data":[]}'],
        [200, toEventPage(51, 50)],
        [200, '{"data":[]}'],
      );
      expect([...(await find(api, '77', '404')).keys()]).toEqual(['77']);
      expect(pages()).toEqual(['upcoming 0', 'past 0', 'upcoming 1', 'upcoming 2']);
    });

    it('refuse pages that repeat', async () => {
      const api = createTestApi([200, toEventPage(1, 100)]);
      await expect(find(api, '404')).rejects.toMatchObject({ code: 'unexpected-answer' });
      expect(pages()).toEqual(['upcoming 0', 'upcoming 1']);
    });
  });
});
