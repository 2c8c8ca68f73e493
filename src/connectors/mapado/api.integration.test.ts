import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext } from '../connector';
import { createContractClock, type ContractClock } from '../contract/world';
import { synchronizationPolicy } from '../http';
import { createMemoryQuota } from '../quota';
import { createApi, type MapadoApi } from './api';
import { descriptor } from './descriptor';

const readFixture = (name: string): string => readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8');
const since = new Date('2026-01-02T03:04:05.678Z');

type Answer = readonly [status: number, body: string];
type Asked = { readonly path: string; readonly query: URLSearchParams; readonly authorization: string };

describe('The lists of Mapado', () => {
  let server: Server;
  let clock: ContractClock;
  let asked: Asked[];
  let answer: (asked: Asked) => Answer;

  beforeEach(async () => {
    clock = createContractClock(new Date('2026-11-20T10:00:00.000Z'));
    asked = [];
    server = createServer((request, response) => {
      const url = new URL(request.url ?? '', 'http://vendor.test');
      const { authorization = '' } = request.headers;
      const received = { path: url.pathname, query: url.searchParams, authorization };
      asked.push(received);
      const [status, body] = answer(received);
      response.writeHead(status, { 'content-type': 'application/json' }).end(body);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  });
  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });

  function createTestApi(
    answers: ((asked: Asked) => Answer) | readonly Answer[],
    secretKey = ' token-42\n',
  ): MapadoApi {
    const queue = typeof answers === 'function' ? null : [...answers];
    answer = typeof answers === 'function' ? answers : () => queue?.shift() ?? [200, toList([])];
    const address = server.address();
    const context: ConnectorContext = {
      credentials: { accessKey: null, secretKey },
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`,
      quota: createMemoryQuota(descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
    };
    return createApi(context, synchronizationPolicy);
  }

  const toList = (members: readonly object[], extra: object = {}): string =>
    JSON.stringify({ '@type': 'hydra:Collection', 'hydra:member': members, ...extra });
  const tickets = (...ids: readonly number[]): readonly object[] =>
    ids.map((id) => ({
      '@id': `/v1/tickets/${id}`,
      eventDate: { '@id': '/v1/event_dates/9', ticketing: '/v1/ticketings/7' },
    }));

  async function readChangedIds(api: MapadoApi): Promise<string[]> {
    const ids: string[] = [];
    for await (const { rows } of api.walkChanges(since)) ids.push(...rows.map(({ id }) => id));
    return ids;
  }

  it('are asked for with the documented paths and parameters, the token in a header', async () => {
    const api = createTestApi([]);
    await api.checkRights(since);
    await readChangedIds(api);
    await api.findOwners(['1', '2']);
    await api.listTicketings(['7']);
    await api.listEventDates({ name: 'ticketing', ids: ['7', '8'] });
    for await (const rows of api.readTickets(['7', '8'])) expect(rows).toEqual([]);
    expect(asked.map(({ path, query }) => [path, Object.fromEntries(query)])).toEqual([
      ['/v1/tickets', { user: 'me', fields: '@id', itemsPerPage: '1', updatedSince: '2026-01-02T03:04:05.678Z' }],
      [
        '/v1/tickets',
        {
          user: 'me',
          fields: '@id,eventDate{ticketing}',
          itemsPerPage: '10000',
          updatedSince: '2026-01-02T03:04:05.678Z',
        },
      ],
      ['/v1/event_dates', { user: 'me', fields: '@id,ticketing', itemsPerPage: '1000', '@id': '1,2' }],
      [
        '/v1/ticketings',
        { user: 'me', fields: '@id,title,type,currency,venue{countryCode}', itemsPerPage: '200', '@id': '7' },
      ],
      [
        '/v1/event_dates',
        {
          user: 'me',
          fields:
            '@id,ticketing,startDate,startOfEventDay,endDate,ticketPriceList{@id,facialValue,currency,tax{rate,countryCode}}',
          itemsPerPage: '1000',
          ticketing: '7,8',
        },
      ],
      [
        '/v1/tickets',
        {
          user: 'me',
          fields: '@id,status,facialValue,imported,ticketPrice,eventDate',
          itemsPerPage: '10000',
          ticketing: '7,8',
        },
      ],
    ]);
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set(['Bearer token-42']));
  });

  it.each([
    ['hydra:nextPage', { 'hydra:nextPage': '/v1/tickets?user=me&fields=elsewhere&page=2' }],
    ['hydra:view', { 'hydra:view': { 'hydra:next': 'https://elsewhere.example/v1/tickets?page=2' } }],
  ])('are followed to their last page by %s, on our own address', async (_style, link) => {
    const api = createTestApi([
      [200, toList(tickets(1, 2), link)],
      [200, toList(tickets(2, 3))],
    ]);
    expect(await readChangedIds(api)).toEqual(['1', '2', '3']);
    expect(asked.map(({ query }) => query.get('page'))).toEqual([null, '2']);
  });

  it('are cut in pieces of 200 identifiers, and in halves while Mapado finds them too long', async () => {
    const longest = 60;
    const api = createTestApi(({ query }) => {
      const ids = query.get('@id')?.split(',') ?? [];
      if (ids.length > longest) return ids.length > 100 ? [414, '<h1>414</h1>'] : [400, '{"@type":"hydra:Error"}'];
      return [200, toList(ids.map((id) => ({ '@id': `/v1/ticketings/${id}`, title: id })))];
    });
    const ids = Array.from({ length: 240 }, (_, index) => String(index + 1));
    expect((await api.listTicketings(ids)).map(({ id }) => id)).toEqual(ids);
    expect(asked.map(({ query }) => query.get('@id')?.split(',').length)).toEqual([200, 100, 50, 50, 100, 50, 50, 40]);
  });

  it('are refused when a single identifier is too much', async () => {
    const api = createTestApi(() => [400, readFixture('missing-right.json')]);
    await expect(api.listTicketings(['1'])).rejects.toMatchObject({ code: 'unexpected-answer' });
    expect(asked).toHaveLength(1);
  });

  it.each([400, 502, 504])('are read without the shows when tickets and shows together answer %i', async (status) => {
    const api = createTestApi(({ query }) => {
      if (query.get('fields')?.includes('{')) return [status, '{}'];
      const [page, next] = query.has('page') ? [2, {}] : [1, { 'hydra:nextPage': '/v1/tickets?page=2' }];
      return [200, toList([{ '@id': `/v1/tickets/${page}`, eventDate: '/v1/event_dates/9' }], next)];
    });
    const rows = [];
    for await (const page of api.walkChanges(since)) rows.push(...page.rows);
    expect(rows).toEqual([
      { id: '1', date: '9', ticketing: null },
      { id: '2', date: '9', ticketing: null },
    ]);
    expect(asked.map(({ query }) => query.get('fields'))).toEqual([
      '@id,eventDate{ticketing}',
      '@id,eventDate',
      '@id,eventDate',
    ]);
  });

  it('are asked for in smaller pages, to the end, when the first one is too much', async () => {
    const api = createTestApi(({ query }) => {
      if (query.get('itemsPerPage') === '10000') return [504, ''];
      const isFirst = !query.has('page');
      const row = { '@id': isFirst ? 1 : 2, status: 'payed', ticketPrice: 3, eventDate: 4, facialValue: 0 };
      return [200, toList([row], isFirst ? { 'hydra:nextPage': '/v1/tickets?page=2' } : {})];
    });
    const ids: string[] = [];
    for await (const rows of api.readTickets(['7'])) ids.push(...rows.map(({ id }) => id));
    expect(ids).toEqual(['1', '2']);
    expect(asked.map(({ query }) => query.get('itemsPerPage'))).toEqual(['10000', '1000', '1000']);
  });

  it('are read a second time when rows slipped from one page to the one before', async () => {
    const total = { 'hydra:totalItems': 3 };
    const api = createTestApi([
      [200, toList(tickets(1, 2), { ...total, 'hydra:nextPage': '/v1/tickets?page=2' })],
      [200, toList([], total)],
      [200, toList(tickets(2, 3), { ...total, 'hydra:nextPage': '/v1/tickets?page=2' })],
      [200, toList([], total)],
    ]);
    expect(await readChangedIds(api)).toEqual(['1', '2', '3']);
  });

  it.each<readonly [string, object]>([
    ['stop short twice', { 'hydra:totalItems': 3 }],
    ['lead back to themselves', { 'hydra:nextPage': '/v1/tickets?user=me' }],
    ['lead nowhere that can be read', { 'hydra:nextPage': 'http://[' }],
  ])('are not trusted when they %s', async (_title, extra) => {
    const api = createTestApi(() => [200, toList(tickets(1, 2), extra)]);
    await expect(readChangedIds(api)).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  it('end at a page without rows, whatever its link says', async () => {
    const api = createTestApi(() => [200, toList([], { 'hydra:nextPage': `/v1/tickets?page=${asked.length + 1}` })]);
    expect(await readChangedIds(api)).toEqual([]);
    expect(asked).toHaveLength(1);
  });

  it.each<readonly [number, string, string]>([
    [401, 'wrong-token.json', 'invalid-credentials'],
    [400, 'wrong-token.json', 'invalid-credentials'],
    [403, 'missing-right.json', 'insufficient-rights'],
  ])('tell, with status %i and the body of %s, what is wrong with the token', async (status, fixture, code) => {
    const api = createTestApi(() => [status, readFixture(fixture)]);
    await expect(api.checkRights(since)).rejects.toMatchObject({ code });
  });

  it.each(['', '  ', 'two words', 'clé'])('are not asked for with «\u00a0%s\u00a0» for a token', (token) => {
    expect(() => createTestApi([], token)).toThrow(expect.objectContaining({ code: 'invalid-credentials' }));
  });

  it('accept a token pasted with its prefix', async () => {
    await createTestApi([], 'Bearer token-7').checkRights(since);
    expect(asked[0]?.authorization).toBe('Bearer token-7');
  });

  it('say where an answer departs from its shape, and nothing of what it holds', async () => {
    const api = createTestApi([[200, toList([{ '@id': 'client@public.example' }])]]);
    await expect(api.listTicketings(['1'])).rejects.toMatchObject({ message: '/v1/ticketings: custom at 0.@id' });
  });

  it.each<readonly [string, Answer, string | null]>([
    ['the user’s number', [200, '{"@id":"/v1/users/4007","@type":"User"}'], '4007'],
    ['nothing when Mapado refuses', [403, readFixture('missing-right.json')], null],
    ['nothing when Mapado refuses as if nobody asked', [401, '{}'], null],
    ['nothing when it is no longer there', [404, '{}'], null],
    ['nothing when a page for people comes instead', [200, '<html></html>'], null],
    ['nothing when the answer has no number', [200, '{"@type":"User"}'], null],
  ])('know of who owns the token %s', async (_title, given, owner) => {
    expect(await createTestApi([given]).findOwner()).toBe(owner);
  });

  it('do not take trouble for a refusal to say who owns the token', async () => {
    const api = createTestApi(() => [500, '']);
    await expect(api.findOwner()).rejects.toMatchObject({ code: 'unavailable' });
  });
});
