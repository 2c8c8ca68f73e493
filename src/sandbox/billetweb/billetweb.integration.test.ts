import { Buffer } from 'node:buffer';
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

async function get(path: string, credentials = 'demo-user:demo-key-billetweb') {
  const authorization = `Basic ${Buffer.from(credentials).toString('base64')}`;
  const response = await fetch(`${sandbox.url}/billetweb/api${path}`, { headers: { authorization } });
  return { status: response.status, body: await response.json() };
}

async function getIds(path: string, credentials?: string): Promise<string[]> {
  const { body } = await get(path, credentials);
  return body.map(({ id }: { id: unknown }) => String(id));
}

describe('The simulated Billetweb', () => {
  it('opens with the three parameters as with the header', async () => {
    const query = 'user=demo-user&key=demo-key-billetweb&version=1';
    const byQuery = await fetch(`${sandbox.url}/billetweb/api/events?${query}`).then((response) => response.json());
    expect(byQuery).toEqual((await get('/events')).body);
  });

  it.each([
    ['a wrong key', '/events', 'demo-user:wrong', 'Wrong user or key'],
    [
      'a key limited to some events',
      '/events',
      'demo-user:demo-key-limited',
      'This key has limited rights to specific events',
    ],
    [
      'a key limited to some events',
      '/attendees',
      'demo-user:demo-key-limited',
      'This key has limited rights to specific events',
    ],
  ])('answers an error object with status 200 to %s on %s', async (_title, path, credentials, description) => {
    expect(await get(path, credentials)).toEqual({ status: 200, body: { error: 'unauthorized', description } });
  });

  it('opens one event to a key limited to some', async () => {
    expect((await getIds('/event/1001/tickets', 'demo-user:demo-key-limited')).length).toBeGreaterThan(0);
  });

  it('wants credentials, and the version beside those of the address', async () => {
    const without = await fetch(`${sandbox.url}/billetweb/api/events`).then((response) => response.json());
    const noVersion = await fetch(`${sandbox.url}/billetweb/api/events?user=demo-user&key=demo-key-billetweb`);
    expect(without).toMatchObject({ error: 'unauthorized' });
    expect(await noVersion.json()).toMatchObject({ error: 'unauthorized' });
  });

  it('lists finished events only when asked, and those off line unless told not to', async () => {
    expect(await getIds('/events')).toEqual(['1012']);
    expect(await getIds('/events?past=1')).toHaveLength(13);
    expect(await getIds('/events?past=1&online=1')).not.toContain('1011');
  });

  it('writes an event as documented, zero dates included', async () => {
    const { body } = await get('/events?past=1');
    expect(body[0]).toEqual({
      id: '1001',
      ext_id: '',
      name: 'La Nuit des gardiens',
      start: '2026-09-23 20:30:00',
      end: '2026-10-06 22:00:00',
      multiple: '1',
      place: 'Salle du Stiff',
      shop: 'https://billetterie.example/shop.php?event=1001',
      online: '1',
      tags: [''],
      image: '',
      cover: '',
      tax_rate: '5.50',
    });
    expect(body[10]).toMatchObject({
      id: '1011',
      start: '0000-00-00 00:00:00',
      end: '0000-00-00 00:00:00',
      multiple: '0',
    });
    expect(body[9]).toMatchObject({
      id: '1010',
      start: '2026-11-17 21:00:00',
      end: '0000-00-00 00:00:00',
      multiple: '0',
    });
  });

  it('lists sessions to come, and past ones only when asked; none for an event without sessions', async () => {
    expect(await getIds('/event/1012/dates')).toEqual(['1012003', '1012004']);
    expect(await getIds('/event/1012/dates?past=1')).toHaveLength(4);
    expect(await getIds('/event/1012/dates?past_by=8')).toEqual(['1012002', '1012003', '1012004']);
    expect(await getIds('/event/1012/dates?past=1&start_from=2026-12-01%2000:00:00')).toEqual(['1012004']);
    expect(await getIds('/event/1004/dates?past=1')).toEqual([]);
  });

  it('writes tariffs with a number for a price, false for no commission, an empty rate for the event’s', async () => {
    const { body } = await get('/event/1006/tickets');
    expect(body[0]).toMatchObject({ id: '100601', price: 17.9, tax: '', commission: 0.89 });
    expect(body[1]).toMatchObject({ id: '100602', price: 42.5, tax: '20.00' });
    expect(body[3]).toMatchObject({ price: 0, tax: '0.00', commission: false });
  });

  it('hides refunded tickets unless asked for the disabled ones', async () => {
    const all = await getIds('/event/1001/attendees?disabled=1');
    const valid = await getIds('/event/1001/attendees');
    const refunded =
      sandbox
        .ticketing('billetweb')
        .season('demo-user')
        ?.shows[0]?.tickets.filter(({ isRefunded }) => isRefunded) ?? [];
    expect(refunded.length).toBeGreaterThan(0);
    expect(all.length - valid.length).toBe(refunded.length);
  });

  it('lists what changed since an instant, saying in which event', async () => {
    const since = Math.floor(new Date('2026-11-15T00:00:00.000Z').getTime() / 1000);
    const { body } = await get(`/attendees?last_update=${since}&disabled=1`);
    const expected = sandbox
      .ticketing('billetweb')
      .ledger('demo-user')
      .filter(({ changedAt }) => changedAt >= '2026-11-15T00:00:00.000Z');
    expect(expected.length).toBeGreaterThan(0);
    expect(body.map(({ id }: { id: string }) => id)).toEqual(expected.map(({ ticketId }) => ticketId));
    expect(body[0]).toMatchObject({ event: expected[0]?.seriesId, event_name: expected[0]?.seriesName });
    const before = await getIds(`/attendees?last_update=${since}&to=${since + 1}&disabled=1`);
    expect(before.length).toBeLessThan(expected.length);
  });

  it('filters tickets by session and by tariff', async () => {
    const { body } = await get('/event/1001/attendees?session=1001002&ticket=100101');
    expect(body.length).toBeGreaterThan(0);
    for (const row of body) expect(row).toMatchObject({ order_session: '1001002', ticket_id: '100101' });
  });

  it('refuses the 101st request of a minute, and opens again as the window slides', async () => {
    for (let index = 0; index < 100; index += 1) expect((await get('/event/1001/tickets')).status).toBe(200);
    expect(await get('/event/1001/tickets')).toEqual({
      status: 429,
      body: { error: 'rate_limiting', description: 'You exceed the global rate limiter : 100 hits per minute' },
    });
    expect((await get('/event/1001/tickets', 'user-3:key-3')).status).toBe(200);
    now = new Date(now.getTime() + 60_001);
    expect((await get('/event/1001/tickets')).status).toBe(200);
  });

  it('knows neither other paths nor other methods', async () => {
    expect((await get('/nothing')).status).toBe(404);
    expect((await get('/event/404/tickets')).status).toBe(404);
    expect((await fetch(`${sandbox.url}/billetweb/api/events`, { method: 'POST' })).status).toBe(404);
  });

  it('gives each numbered account a season of its own', async () => {
    const [first, second] = [
      await get('/event/1001/attendees', 'user-1:key-1'),
      await get('/event/1001/attendees', 'user-2:key-2'),
    ];
    expect(first.body).not.toEqual(second.body);
    expect((await get('/events', 'user-1:key-2')).body).toMatchObject({ error: 'unauthorized' });
  });

  it('sells and refunds between two synchronisations, and tells so in the list of changes', async () => {
    const control = `${sandbox.url}/control/billetweb/user-9`;
    const sale = await fetch(`${control}/sell`, { method: 'POST', body: '{"series":"1003","tickets":2}' });
    const { sold } = await sale.json();
    const refund = await fetch(`${control}/refund`, { method: 'POST', body: JSON.stringify({ ticket: sold[0] }) });
    expect(await refund.json()).toEqual({ refunded: sold[0] });
    const since = Math.floor(now.getTime() / 1000);
    expect(await getIds(`/attendees?last_update=${since}&disabled=1`, 'user-9:key-9')).toEqual(sold);
    const lines = await fetch(`${control}/ledger`).then((response) => response.json());
    const counted = lines.filter(({ ticketId }: { ticketId: string }) => sold.includes(ticketId));
    expect(counted.map(({ isCounted }: { isCounted: boolean }) => isCounted)).toEqual([false, true]);
  });

  it('holds the big seasons of the measurements', () => {
    expect(sandbox.ticketing('billetweb').season('bench-2000')?.shows).toHaveLength(2000);
    expect(sandbox.ticketing('billetweb').season('bench-200')?.shows[0]?.sessions).toHaveLength(200);
  });
});
