import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../start-sandbox';

const now = new Date('2026-11-20T10:00:00.000Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => now, reference: now });
});
afterAll(() => sandbox.stop());

async function get(path: string, query: Record<string, string> = {}, token: string | null = 'demo-key-mapado') {
  const headers = token === null ? undefined : { authorization: `Bearer ${token}` };
  const response = await fetch(`${sandbox.url}/mapado/v1${path}?${new URLSearchParams(query)}`, { headers });
  const text = await response.text();
  return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
}

/** A list of what the owner of the token sees. */
function list(path: string, query: Record<string, string> = {}, token?: string) {
  return get(path, { user: 'me', ...query }, token);
}

async function getIds(path: string, query: Record<string, string> = {}, token?: string): Promise<string[]> {
  const { body } = await list(path, { itemsPerPage: '10000', ...query }, token);
  return body['hydra:member'].map((row: Record<string, unknown>) => row['@id']);
}

describe('The simulated Mapado', () => {
  it.each([
    ['no token', null, 401, { error: 'access_denied', error_description: 'OAuth2 authentication required' }],
    [
      'a wrong token',
      'wrong',
      401,
      { error: 'invalid_grant', error_description: 'The access token provided is invalid.' },
    ],
    ['a token without the right', 'demo-key-mapado-limited', 403, expect.objectContaining({ '@type': 'hydra:Error' })],
  ])('refuses %s', async (_title, token, status, body) => {
    expect(await get('/tickets', { user: 'me' }, token)).toEqual({ status, body });
  });

  it('gives the properties asked for, with those of their relations in braces, and always who a thing is', async () => {
    const fields = 'title,eventDateList,venue{countryCode}';
    const { body } = await list('/ticketings', { '@id': '1001', fields });
    expect(body['hydra:member']).toEqual([
      {
        '@id': '/v1/ticketings/1001',
        '@type': 'Ticketing',
        title: 'La Nuit des gardiens',
        eventDateList: ['1', '2', '3', '4', '5'].map((night) => `/v1/event_dates/100100${night}`),
        venue: { '@id': '/v1/venues/51001', '@type': 'Venue', countryCode: 'FR' },
      },
    ]);
    expect((await list('/ticketings', { '@id': '1001' })).body['hydra:member']).toEqual([
      { '@id': '/v1/ticketings/1001', '@type': 'Ticketing' },
    ]);
  });

  it('gives braces inside braces, one thing alone, and hours with their distance to UTC', async () => {
    const fields = '@id,startDate,endDate,ticketing{title},ticketPriceList{facialValue,tax{rate,countryCode}}';
    const { body } = await get('/event_dates/1001001', { fields });
    expect(body).toMatchObject({
      '@id': '/v1/event_dates/1001001',
      startDate: '2026-09-23T20:30:00+02:00',
      endDate: '2026-09-23T22:00:00+02:00',
      ticketing: { title: 'La Nuit des gardiens' },
    });
    expect(body.ticketPriceList[0]).toEqual({
      '@id': '/v1/ticket_prices/100100101',
      '@type': 'TicketPrice',
      facialValue: 1800,
      tax: { '@id': '/v1/taxes/550', '@type': 'Tax', rate: 0.055, countryCode: 'FR' },
    });
  });

  it('tells the start by the day alone where a show is sold without hours', async () => {
    const { body } = await get('/event_dates/1004001', { fields: 'startDate,startOfEventDay,endOfEventDay' });
    expect(body).toMatchObject({
      startDate: null,
      startOfEventDay: '2026-11-11T18:30:00+01:00',
      endOfEventDay: '2026-11-11T23:59:59+01:00',
    });
  });

  it('keeps fees apart from the face value', async () => {
    const fields = 'facialValue,facialFeeValue,paidValue,feeValue,status';
    const { body } = await list('/tickets', { fields, itemsPerPage: '10000' });
    const rows: { facialValue: number; facialFeeValue: number; paidValue: number; status: string }[] =
      body['hydra:member'];
    expect(rows.some(({ facialFeeValue }) => facialFeeValue > 0)).toBe(true);
    for (const { facialValue, facialFeeValue, paidValue } of rows)
      expect(facialValue + facialFeeValue).toBe(Math.round(paidValue * 100));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['payed', 'refunded', 'cancelled', 'booked']));
  });

  it.each([
    ['short', '1001,1002'],
    ['long', '/v1/ticketings/1001,/v1/ticketings/1002'],
    ['mixed, spaced', '1001, /v1/ticketings/1002'],
  ])('filters by %s identifiers', async (_title, ids) => {
    expect(await getIds('/ticketings', { '@id': ids })).toEqual(['/v1/ticketings/1001', '/v1/ticketings/1002']);
    expect(await getIds('/event_dates', { ticketing: ids })).toHaveLength(9);
  });

  it('filters tickets by show, date, status and date of change', async () => {
    const ofShow = await getIds('/tickets', { ticketing: '1001' });
    const ofDates = await getIds('/tickets', { eventDate: '1001001,/v1/event_dates/1001002' });
    const payed = await getIds('/tickets', { eventDate: '1001001,1001002', status: 'payed' });
    expect(ofShow.length).toBeGreaterThan(ofDates.length);
    expect(ofDates.length).toBeGreaterThan(payed.length);
    const changed = await getIds('/tickets', { updatedSince: '2026-11-15T00:00:00Z' });
    const expected = sandbox
      .ticketing('mapado')
      .ledger('demo-key-mapado')
      .filter(({ changedAt }) => changedAt >= '2026-11-15T00:00:00.000Z');
    expect(new Set(changed)).toEqual(new Set(expected.map(({ ticketId }) => `/v1/tickets/${ticketId}`)));
    expect(await getIds('/ticketings', { type: 'offer' }, 'demo-key-mapado-odd')).toHaveLength(1);
  });

  it.each<readonly [string, string, Record<string, string>]>([
    ['no owner', '/tickets', { user: '' }],
    ['an unknown parameter', '/tickets', { since: '2026' }],
    ['a filter of another list', '/ticketings', { ticketing: '1' }],
    ['fields that cannot be read', '/tickets', { fields: '@id,eventDate{ticketing' }],
    ['a property that does not exist', '/tickets', { fields: 'ticketing' }],
    ['braces on what has no properties', '/tickets', { fields: 'status{name}' }],
    ['a date that is none', '/tickets', { updatedSince: 'hier' }],
    ['a page before the first', '/tickets', { page: '0' }],
    ['a list of more than 500 identifiers', '/ticketings', { '@id': Array.from({ length: 501 }, () => '1').join(',') }],
  ])('refuses %s', async (_title, path, query) => {
    expect(await list(path, query)).toEqual({ status: 400, body: expect.objectContaining({ '@type': 'hydra:Error' }) });
  });

  it('refuses addresses that are too long, which long identifiers soon are', async () => {
    const ids = (prefix: string) => Array.from({ length: 200 }, (_, index) => `${prefix}${1001 + index}`).join(',');
    expect((await list('/ticketings', { '@id': ids('/v1/ticketings/') })).status).toBe(414);
    expect((await list('/ticketings', { '@id': ids('') })).status).toBe(200);
  });

  it('breaks when a page is asked too big', async () => {
    expect((await list('/tickets', { itemsPerPage: '35000' })).status).toBe(502);
  });

  it('gives 30 rows a page, or what is asked, or less, and says where the next page is in the style of the account', async () => {
    const first = (await list('/tickets')).body;
    expect([first['@type'], first['hydra:member'].length]).toEqual(['hydra:PagedCollection', 30]);
    expect(first['hydra:nextPage']).toBe('/v1/tickets?user=me&page=2');
    const other = (await list('/tickets', { itemsPerPage: '5000' }, 'key-mapado-1')).body;
    expect([other['@type'], other['hydra:member'].length]).toEqual(['hydra:Collection', 1000]);
    expect(other['hydra:view']['hydra:next']).toBe('/v1/tickets?user=me&itemsPerPage=5000&page=2');
    const last = (await list('/ticketings')).body;
    expect([last['hydra:totalItems'], last['hydra:nextPage'], last['hydra:view']]).toEqual([13, undefined, undefined]);
    expect((await list('/ticketings', {}, 'demo-key-mapado-odd')).body['hydra:totalItems']).toBeUndefined();
  });

  it('lists the newest tickets first, so that a sale pushes rows to the next page', async () => {
    const page = (number: string) =>
      getIds('/tickets', { ticketing: '1003', itemsPerPage: '10', page: number }, 'key-mapado-9');
    const first = await page('1');
    await fetch(`${sandbox.url}/control/mapado/key-mapado-9/sell`, {
      method: 'POST',
      body: '{"series":"1003","tickets":2}',
    });
    expect((await page('2')).slice(0, 2)).toEqual(first.slice(8));
  });

  it('tells who owns a token, unless the token may not ask', async () => {
    const fields = '@id';
    expect((await get('/me', { fields })).body).toEqual({ '@id': '/v1/users/4001', '@type': 'User' });
    expect((await get('/me', { fields }, 'demo-key-mapado-empty')).status).toBe(403);
  });

  it('cannot read tickets together with their shows in an account that is too big', async () => {
    const token = 'demo-key-mapado-heavy';
    expect((await list('/tickets', { fields: '@id,eventDate{ticketing}' }, token)).status).toBe(504);
    expect((await list('/tickets', { fields: '@id,eventDate' }, token)).status).toBe(200);
  });

  it('knows neither other paths nor other methods', async () => {
    expect((await get('/carts', { user: 'me' })).status).toBe(404);
    expect((await get('/tickets/404')).status).toBe(404);
    const headers = { authorization: 'Bearer demo-key-mapado' };
    expect((await fetch(`${sandbox.url}/mapado/v1/tickets`, { method: 'POST', headers })).status).toBe(405);
  });

  it('gives the tokens of one account one season, and each numbered token its own', async () => {
    const query = { ticketing: '1001', fields: 'facialValue,updatedAt' };
    const read = async (token: string) => (await list('/tickets', query, token)).body['hydra:member'];
    expect(await read('demo-key-mapado-renewed')).toEqual(await read('demo-key-mapado'));
    expect(await read('key-mapado-2')).not.toEqual(await read('key-mapado-6'));
  });

  it('knows nothing of an unknown account', () => {
    expect(sandbox.ticketing('mapado').season('nobody')).toBeNull();
    expect(sandbox.ticketing('mapado').ledger('nobody')).toEqual([]);
  });
});
