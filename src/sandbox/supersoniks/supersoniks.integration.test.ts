import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../start-sandbox';

const now = new Date('2026-11-20T10:00:00.000Z');
const toSeconds = (instant: string): number => Date.parse(instant) / 1000;
const everything = `from=${toSeconds('2025-10-20')}&to=${toSeconds('2027-11-20')}&bypass_closed=true`;

describe.each([
  ['supersoniks', 'phare.test'],
  ['soticket', 'embruns.test'],
] as const)('The simulated %s', (brand, site) => {
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => now, reference: now });
  });
  afterAll(() => sandbox.stop());

  async function get(path: string, key: string | null = `eydemo-key-${brand}`) {
    const headers = key === null ? undefined : { authorization: `Bearer ${key}` };
    const response = await fetch(`${sandbox.url}/${brand}${path}`, { headers });
    return { status: response.status, body: await response.json() };
  }
  const list = (query: string, key?: string) => get(`/api/v2/statement/closing?${query}`, key);
  const refusal = (status: number, content: string) => ({
    status,
    body: { data: [], messages: [{ content, status: String(status), type: 'error' }], success: false, total: 0 },
  });

  it.each([
    ['no key', null],
    ['a wrong key', 'ey-wrong'],
    ['a key that does not start with ey', `demo-key-${brand}`],
    ['the key of the other brand', `eydemo-key-${brand === 'soticket' ? 'supersoniks' : 'soticket'}`],
  ])('refuses %s', async (_title, key) => {
    expect(await get(`/api/v2/statement/closing?${everything}`, key)).toEqual(
      refusal(403, 'Bearer token expired/invalid'),
    );
  });

  it('refuses a key without rights in other words', async () => {
    expect(await list(everything, `eydemo-key-${brand}-refused`)).toEqual(
      refusal(403, 'Permission denied on statements'),
    );
  });

  it.each([
    ['', 'Missing date from'],
    ['to=1', 'Missing date from'],
    ['from=1', 'Missing date to'],
    ['from=2026-01-01&to=1', 'Missing date from'],
    [`from=1&to=${now.getTime()}`, 'Missing date to'],
  ])('wants both dates in unix seconds: %p', async (query, content) => {
    expect(await list(query)).toEqual(refusal(400, content));
  });

  it('compares the window with the date of the event, and tells what has no date whatever it is', async () => {
    const night = toSeconds('2026-11-15T14:00:00Z');
    const { body } = await list(`from=${night}&to=${night}&bypass_closed=true`);
    const starts = body.data.map(({ session }: { session: { start_date: number } }) => session.start_date);
    expect(starts.sort((a: number, b: number) => a - b)).toEqual([0, night]);
    expect((await list(`from=1&to=2&bypass_closed=true`)).body.total).toBe(1);
  });

  it('tells closed statements only, unless told otherwise', async () => {
    const closed = (await list(everything.replace('&bypass_closed=true', ''))).body.data;
    const all = (await list(everything)).body.data;
    expect(closed.length).toBeGreaterThan(0);
    expect(closed.length).toBeLessThan(all.length);
    expect(closed.every(({ closing_date: date }: { closing_date: number }) => date > 0)).toBe(true);
  });

  it('writes a statement as documented', async () => {
    const { status, body } = await get('/api/v2/statement/closing/1003001');
    expect({ status, total: body.total, success: body.success, messages: body.messages }).toEqual({
      status: 200,
      total: 1,
      success: true,
      messages: [],
    });
    expect(body.data[0]).toEqual({
      session: {
        id: 1003001,
        start_date: toSeconds('2026-11-08T19:30:00Z'),
        end_date: toSeconds('2026-11-08T21:10:00Z'),
        time_zone: 'Europe/Paris',
        entity_type: 'event',
        edito: { title: "Le Bal <masqué> & autres « contes » d'Iroise", subtitle: '', place: 'Théâtre des Embruns' },
        multisession: { id: 1003, multisession_id: 1003, title: "Le Bal <masqué> & autres « contes » d'Iroise" },
        settings: { duration: null, tax: { id: 1, title: 'TVA 5.5 %', rate: 0.055 }, pass: { is_pass: false } },
      },
      internals_prices: expect.any(Array),
      externals_prices: expect.any(Array),
      prices: expect.any(Array),
      revenue: expect.any(Number),
      tax_amount: expect.any(Number),
      sold: expect.any(Number),
      gauge: 200,
      closing_date: 0,
    });
  });

  it('tells every kind of line: sold, resold, given away, refunded in part, and the noise of floats', async () => {
    const { body } = await list(everything);
    type Line = { amount: number; quantity: number; revenue: number };
    type Statement = { internals_prices: Line[]; externals_prices: Line[] };
    const internal = body.data.flatMap((statement: Statement) => statement.internals_prices) as Line[];
    const external = body.data.flatMap((statement: Statement) => statement.externals_prices) as Line[];
    expect(external.length).toBeGreaterThan(0);
    expect(internal.some(({ amount, quantity }) => amount === 0 && quantity > 0)).toBe(true);
    expect(internal.some(({ amount, quantity, revenue }) => amount < 0 && quantity === 0 && revenue < 0)).toBe(true);
    expect(internal.some(({ amount, quantity, revenue }) => revenue < amount * quantity - 0.01)).toBe(true);
    expect(internal.some(({ revenue }) => String(revenue).length > 9)).toBe(true);
  });

  it('also sells what is no show, and passes that are', async () => {
    const { body } = await list(everything);
    type Statement = { session: { entity_type: string; settings: { pass: { is_pass: boolean } } } };
    const types = new Set(body.data.map(({ session }: Statement) => session.entity_type));
    expect(types).toEqual(new Set(['event', 'giftcard', 'subscribe', 'additionalProduct']));
    expect(body.data.filter(({ session }: Statement) => session.settings.pass.is_pass)).toHaveLength(1);
  });

  it('knows neither other paths nor other methods nor other statements', async () => {
    expect(await get('/api/v2/statement/closing/404')).toEqual(refusal(404, 'Statement not found'));
    expect((await get('/api/v2/statement')).status).toBe(404);
    expect((await get('/api/v2/statement/closing/1003001/prices')).status).toBe(404);
    const posted = await fetch(`${sandbox.url}/${brand}/api/v2/statement/closing?${everything}`, { method: 'POST' });
    expect(posted.status).toBe(404);
  });

  it('gives each numbered site a season of its own, where sales move', async () => {
    const [first, second] = [await list(everything, 'ey-key-1'), await list(everything, 'ey-key-2')];
    expect(first.body.data).not.toEqual(second.body.data);
    const control = `${sandbox.url}/control/${brand}/billetterie-9.${site}`;
    const read = async () => (await get('/api/v2/statement/closing/1003001', 'ey-key-9')).body.data[0].sold;
    const before = await read();
    await fetch(`${control}/sell`, { method: 'POST', body: '{"series":"1003","tickets":3}' });
    expect(await read()).toBe(before + 3);
    const lines = await fetch(`${control}/ledger`).then((response) => response.json());
    expect(lines[0].seriesId).toBe(`billetterie-9-${site.replace('.', '-')}_1001`);
  });
});
