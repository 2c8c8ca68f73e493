import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../start-sandbox';

let now = new Date('2026-11-20T10:00:00.000Z');
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => now, reference: now });
});
afterAll(() => sandbox.stop());
/** Another minute: the quota starts again. */
beforeEach(() => {
  now = new Date(now.getTime() + 61_000);
});

async function get(path: string, token: string | null = 'demo-key-shotgun') {
  const headers = token === null ? undefined : { authorization: `Bearer ${token}` };
  const response = await fetch(`${sandbox.url}/shotgun${path}`, { headers });
  return { status: response.status, body: await response.json() };
}

const eventsOf = (query: string, organizer = '173027') =>
  get(`/api/shotgun/organizers/${organizer}/events?${query}`, null);
const toIds = (body: { data: { id: number }[] }): number[] => body.data.map(({ id }) => id);

describe('The tickets of the simulated Shotgun', () => {
  it('open with the token in the header as in the address', async () => {
    const inAddress = await get('/tickets?organizer_id=173027&token=demo-key-shotgun', null);
    expect(inAddress).toEqual(await get('/tickets?organizer_id=173027'));
    expect(inAddress.status).toBe(200);
  });

  it.each<readonly [string, string, string | null, number]>([
    ['no token', '/tickets?organizer_id=173027', null, 401],
    ['a wrong token', '/tickets?organizer_id=173027', 'wrong', 401],
    ['no organizer', '/tickets', 'demo-key-shotgun', 400],
    ['the organizer of another token', '/tickets?organizer_id=173029', 'demo-key-shotgun', 403],
    ['a date that is none', '/tickets?organizer_id=173027&after=hier', 'demo-key-shotgun', 400],
    ['an event that is no number', '/tickets?organizer_id=173027&event_id=nuit', 'demo-key-shotgun', 400],
    ['another path', '/tickets/sold', 'demo-key-shotgun', 404],
  ])('refuse %s', async (_title, path, token, status) => {
    expect((await get(path, token)).status).toBe(status);
  });

  it('are an empty success for an organizer that nobody knows', async () => {
    expect(await get('/tickets?organizer_id=555555')).toMatchObject({
      status: 200,
      body: { data: [], pagination: {} },
    });
  });

  it('come a hundred at a time by update then number, until a page that is not full', async () => {
    const rows: { ticket_id: number; ticket_updated_at: string }[] = [];
    let after: string | null = '';
    let pages = 0;
    for (; after !== null; pages += 1) {
      const { body } = await get(`/tickets?organizer_id=173027${after && `&after=${encodeURIComponent(after)}`}`);
      rows.push(...body.data);
      const { next } = body.pagination;
      expect(next === undefined).toBe(body.data.length < 100);
      if (next !== undefined) expect(next).toContain('token=demo-key-shotgun');
      after = next === undefined ? null : new URL(next).searchParams.get('after');
    }
    expect([pages, rows.length]).toEqual([26, sandbox.ticketing('shotgun').ledger('173027').length]);
    const keys = rows.map((row) => `${row.ticket_updated_at} ${row.ticket_id}`);
    expect(keys).toEqual([...keys].sort());
    expect(new Set(rows.map((row) => row.ticket_id)).size).toBe(rows.length);
  });

  it('may end by an empty page', async () => {
    const at = '2026-11-20T09:56:00.000Z_500099999';
    const { body } = await get(`/tickets?organizer_id=173100&after=${at}`, 'demo-key-100000-tickets');
    expect(body).toEqual({ params: { organizer_id: '173100', after: at }, pagination: {}, data: [] });
    const { body: last } = await get(
      `/tickets?organizer_id=173100&after=2026-11-20T03:16:00.000Z_500099899`,
      'demo-key-100000-tickets',
    );
    expect([last.data.length, last.data[99].ticket_id]).toEqual([100, 500_099_999]);
    expect(last.pagination.next).toContain(encodeURIComponent(at));
  });

  it('are those of one event when asked', async () => {
    const { body } = await get('/tickets?organizer_id=173027&event_id=1012003');
    const ledger = sandbox.ticketing('shotgun').ledger('173027');
    expect(body.data).toHaveLength(ledger.filter(({ seriesId }) => seriesId === '1012003').length);
    expect(body.data[0]).toMatchObject({
      event_id: 1_012_003,
      currency: 'eur',
      deal_vat_rate: 0.055,
      contact_email: expect.stringContaining('@'),
    });
    expect(body.data[0]).not.toHaveProperty('event_name');
  });

  it('are refused beyond a hundred requests in a minute, whatever the account', async () => {
    for (let index = 0; index < 100; index += 1) await get('/tickets?organizer_id=173028', 'demo-key-empty');
    expect((await get('/tickets?organizer_id=173027')).status).toBe(429);
    expect((await eventsOf('key=key-900002', '900002')).status).toBe(429);
    expect((await get('/tickets?organizer_id=173100', 'demo-key-100000-tickets')).status).toBe(200);
    now = new Date(now.getTime() + 60_001);
    expect((await get('/tickets?organizer_id=173027')).status).toBe(200);
  });

  it('move when sales are made', async () => {
    const control = `${sandbox.url}/control/shotgun/900003`;
    const sale = await fetch(`${control}/sell`, { method: 'POST', body: '{"series":"1003002","tickets":1}' });
    const { sold } = await sale.json();
    const since = new Date(now.getTime() - 1).toISOString();
    const { body } = await get(`/tickets?organizer_id=900003&after=${since}`, 'key-900003');
    expect(body.data).toMatchObject([{ ticket_id: Number(sold[0]), event_id: 1_003_002, ticket_status: 'valid' }]);
    await fetch(`${control}/refund`, { method: 'POST', body: JSON.stringify({ ticket: sold[0] }) });
    const { body: later } = await get(`/tickets?organizer_id=900003&after=${since}`, 'key-900003');
    expect(later.data).toMatchObject([{ ticket_id: Number(sold[0]) }]);
    expect(later.data[0].ticket_status).not.toBe('valid');
  });
});

describe('The events of the simulated Shotgun', () => {
  it('are those to come, or those over as soon as past_events is there, even false', async () => {
    const { body: toCome } = await eventsOf('key=demo-key-shotgun&limit=100');
    const { body: past } = await eventsOf('key=demo-key-shotgun&limit=100&past_events=true');
    expect(toIds(toCome)).toEqual([1_012_003, 1_012_004]);
    expect(toIds(past)).toHaveLength(34);
    expect((await eventsOf('key=demo-key-shotgun&limit=100&past_events=false')).body).toEqual(past);
    expect(toCome.data[0]).toMatchObject({ name: 'Jazz à la criée', startTime: '2026-11-27T19:30:00.000Z' });
  });

  it('come in pages from 0, of 20 unless asked otherwise', async () => {
    const query = 'key=demo-key-shotgun&past_events=1';
    const [first, second] = [(await eventsOf(query)).body, (await eventsOf(`${query}&page=1`)).body];
    expect([first.data.length, second.data.length]).toEqual([20, 14]);
    expect(new Set([...toIds(first), ...toIds(second)]).size).toBe(34);
    expect((await eventsOf(`${query}&page=2`)).body).toEqual({ data: [] });
    expect((await eventsOf(`${query}&page=premier`)).status).toBe(400);
  });

  it.each<readonly [string, string, string, number]>([
    ['no key', '', '173027', 401],
    ['a wrong key', 'key=wrong', '173027', 401],
    ['the key of another organizer', 'key=demo-key-odd', '173027', 403],
    ['an old token as a key', 'key=demo-key-shotgun-old', '173027', 401],
    ['an old token as a token', 'token=demo-key-shotgun-old', '173027', 200],
    ['a new token as a token', 'token=demo-key-shotgun', '173027', 200],
    ['an organizer that nobody knows', 'key=demo-key-shotgun', '555555', 200],
  ])('with %s', async (_title, query, organizer, status) => {
    expect((await eventsOf(query, organizer)).status).toBe(status);
  });

  it('want their key in the address: a header opens nothing', async () => {
    expect((await get('/api/shotgun/organizers/173027/events')).status).toBe(401);
  });

  it('leave out an unpublished one, whose tickets stay', async () => {
    const { body } = await eventsOf('key=demo-key-odd&past_events=1&limit=100', '173029');
    expect(toIds(body)).not.toContain(1_003_001);
    const { body: tickets } = await get('/tickets?organizer_id=173029&event_id=1003001', 'demo-key-odd');
    expect(tickets.data.length).toBeGreaterThan(0);
  });
});

describe('The account of the measurements', () => {
  it('holds 100,000 tickets, each written from its rank, and their ledger', () => {
    const ledger = sandbox.ticketing('shotgun').ledger('173100');
    expect(ledger).toHaveLength(100_000);
    expect(new Set(ledger.map(({ seriesId }) => seriesId)).size).toBe(100);
    expect(sandbox.ticketing('shotgun').season('173100')).toBeNull();
    expect(sandbox.ticketing('shotgun').ledger('555555')).toEqual([]);
  });
});
