import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../start-sandbox';
import { visitHelloasso, type HelloassoVisitor } from '@/testing/visit-helloasso';

const reference = new Date('2026-11-20T10:00:00.000Z');
let now = reference;
let sandbox: Sandbox;
let visitor: HelloassoVisitor;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => now, reference });
  visitor = visitHelloasso(sandbox.url);
});
afterAll(() => sandbox.stop());
/** Another hour: nothing counts against the ration any more, and no token is left alive. */
beforeEach(() => {
  now = new Date(now.getTime() + 3_600_001);
});

type Item = {
  id: number;
  type: string;
  state: string;
  amount: number;
  tierId: number | null;
  options?: { amount: number }[];
  order: { formSlug: string; date: string; meta: { createdAt: string; updatedAt: string } };
};
const embruns = '/organizations/theatre-des-embruns';
const slug = 'la-nuit-des-gardiens-1';

describe('The rights of the simulated HelloAsso', () => {
  it('open one association, several or none', async () => {
    const list = async (clientId: string, secret: string) => {
      const { body } = await (await visitor.openAs(clientId, secret))('/users/me/organizations');
      return body.map(({ organizationSlug }: { organizationSlug: string }) => organizationSlug);
    };
    expect(await list('demo-client', 'demo-key-helloasso')).toEqual(['theatre-des-embruns']);
    expect(await list('several-client', 'demo-key-several')).toEqual(['theatre-des-embruns', 'amis-du-phare']);
    expect(await list('orphan-client', 'demo-key-orphan')).toEqual([]);
  });

  it('are refused with 403 on another association, and everywhere to a key that lost them', async () => {
    const refusal = { status: 403, body: { errors: [expect.objectContaining({ code: 'Forbidden' })] } };
    expect(await (await visitor.openAs())('/organizations/maree-basse/items')).toEqual(refusal);
    expect(await (await visitor.openAs('limited-client', 'demo-key-limited'))('/users/me/organizations')).toEqual(
      refusal,
    );
  });

  it.each(['/nothing', `${embruns}/nothing`, `${embruns}/forms/Event/nothing/public`, '/items/404', '/orders/404'])(
    'do not make %s exist',
    async (path) => {
      expect((await (await visitor.openAs())(path)).status).toBe(404);
    },
  );

  it('want a token, and nothing but GET', async () => {
    expect((await visitor.get('/users/me/organizations', 'nobody')).status).toBe(401);
    const { body } = await visitor.askClientToken();
    const headers = { authorization: `Bearer ${body.access_token}` };
    const address = `${sandbox.url}/helloasso/v5${embruns}/items`;
    expect((await fetch(address, { method: 'POST', headers })).status).toBe(405);
  });
});

describe('The lists of the simulated HelloAsso', () => {
  async function walk(
    ask: (path: string) => Promise<{ body: { data: Item[]; pagination: Record<string, unknown> } }>,
    path: string,
  ) {
    const pages: { data: Item[]; pagination: Record<string, unknown> }[] = [];
    for (let token = ''; ;) {
      const { body } = await ask(`${path}${token}`);
      pages.push(body);
      if (body.data.length === 0) return pages;
      token = `&continuationToken=${String(body.pagination.continuationToken)}`;
    }
  }

  it('come in pages of 20, of 100 at most, with a token even on the last one, and nothing behind it', async () => {
    const ask = await visitor.openAs('short-client', 'demo-key-short');
    const path = '/organizations/les-quatre-vents/items?tierTypes=Registration';
    expect((await ask(path)).body.data).toHaveLength(20);
    const pages = await walk(ask, `${path}&pageSize=100&withCount=true`);
    const count = sandbox.ticketing('helloasso').ledger('short-client').length;
    expect(pages.map(({ data }) => data.length)).toEqual([100, 100, 100, 100, 100, count - 500, 0]);
    expect(pages.map(({ pagination }) => [pagination.totalCount, pagination.totalPages])).toEqual([
      ...[6, 5, 4, 3, 2, 1].map((left) => [count - (6 - left) * 100, left]),
      [0, 0],
    ]);
    expect(new Set(pages.map(({ pagination }) => typeof pagination.continuationToken))).toEqual(new Set(['string']));
    expect(pages.at(-1)?.pagination.continuationToken).toBe(pages.at(-2)?.pagination.continuationToken);
    expect(new Set(pages.flatMap(({ data }) => data.map(({ id }) => id))).size).toBe(count);
  });

  it('count nothing unless asked', async () => {
    const { body } = await (await visitor.openAs())(`${embruns}/items?pageSize=50`);
    expect(body.pagination).toMatchObject({ pageSize: 50, totalCount: 50, totalPages: 1, pageIndex: 1 });
  });

  it('break on a page index beyond the end', async () => {
    const ask = await visitor.openAs();
    expect((await ask(`${embruns}/items?pageSize=100&pageIndex=2`)).body.data).toHaveLength(100);
    expect(await ask(`${embruns}/items?pageSize=100&pageIndex=999`)).toEqual({
      status: 500,
      body: 'Internal Server Error',
    });
  });

  it.each([
    'pageSize=101',
    'pageSize=0',
    'pageIndex=0',
    'sortField=Amount',
    'sortOrder=asc',
    'itemStates=Paid',
    'tierTypes=Ticket',
    'formTypes=Events',
    'from=hier',
    'continuationToken=dead',
    'withCount=1',
  ])('refuse %s', async (parameter) => {
    const { status, body } = await (await visitor.openAs())(`${embruns}/items?${parameter}`);
    expect([status, body.errors[0].message]).toEqual([400, expect.stringContaining(parameter.split('=')[0] ?? '')]);
  });

  it('filter by repeated states and types, and by the date of the order, its end excluded', async () => {
    const ask = await visitor.openAs();
    const list = async (query: string): Promise<Item[]> =>
      (await ask(`${embruns}/forms/Event/${slug}/items?pageSize=100&sortOrder=Asc&${query}`)).body.data;
    const valid = await list('itemStates=Processed&itemStates=Registered&tierTypes=Registration');
    const counted = sandbox
      .ticketing('helloasso')
      .ledger('demo-client')
      .filter(({ seriesId, isCounted }) => seriesId === slug && isCounted);
    expect(valid.map(({ id }) => String(id)).sort()).toEqual(counted.map(({ ticketId }) => ticketId).sort());
    const extras = await list('tierTypes=Donation&tierTypes=Membership');
    expect(new Set(extras.map(({ type }) => type))).toEqual(new Set(['Donation', 'Membership']));
    expect(await list('formTypes=Shop')).toEqual([]);
    const all = await list('tierTypes=Registration');
    const [first, second] = [all[0], all[1]];
    const from = encodeURIComponent(first?.order.date ?? '');
    const to = encodeURIComponent(second?.order.date ?? '');
    expect(await list(`tierTypes=Registration&from=${from}&to=${to}`)).toEqual([first]);
  });

  it('show the refund of an old order by the date of the change, never by that of the order', async () => {
    const ask = await visitor.openAs('client-3', 'key-3');
    const old = sandbox
      .ticketing('helloasso')
      .ledger('client-3')
      .find(({ isCounted, changedAt }) => isCounted && changedAt < '2026-01-01');
    const control = `${sandbox.url}/control/helloasso/client-3`;
    const items = '/organizations/association-3/items?pageSize=1&tierTypes=Registration';
    const before: Item = (await ask(`/items/${old?.ticketId}`)).body;
    await fetch(`${control}/refund`, { method: 'POST', body: JSON.stringify({ ticket: old?.ticketId }) });
    const [changed]: Item[] = (await ask(`${items}&sortField=UpdateDate&sortOrder=Desc`)).body.data;
    expect(changed).toMatchObject({ id: Number(old?.ticketId), state: expect.stringMatching(/Refunded|Canceled/) });
    expect(changed?.order.date).toBe(before.order.date);
    expect(new Date(changed?.order.meta.updatedAt ?? '')).toEqual(now);
    const from = encodeURIComponent(new Date(now.getTime() - 1000).toISOString());
    expect((await ask(`${items}&from=${from}`)).body.data).toEqual([]);
    await fetch(`${control}/sell`, { method: 'POST', body: JSON.stringify({ series: slug, tickets: 2 }) });
    const sold: Item[] = (await ask(`${items.replace('pageSize=1', 'pageSize=9')}&from=${from}`)).body.data;
    expect(sold.map(({ order, state }) => [order.formSlug, state])).toEqual([
      [slug, 'Registered'],
      [slug, 'Registered'],
    ]);
  });

  it('write orders with their items, taxes and options included in the total', async () => {
    const ask = await visitor.openAs();
    const { body } = await ask(`${embruns}/forms/Event/${slug}/orders?pageSize=100&withCount=true`);
    for (const { id, items, amount } of body.data) {
      const paid = items.flatMap(({ amount: price, options = [] }: Item) => [
        price,
        ...options.map((option) => option.amount),
      ]);
      expect(amount.total).toBe(paid.reduce((sum: number, cents: number) => sum + cents, 0));
      expect(items[0]).not.toHaveProperty('order');
      expect(String(id)).toBe(`9${items[0].id}`);
    }
    const mixed = body.data.find(({ items }: { items: Item[] }) => items.length > 1);
    expect((await ask(`/orders/${mixed.id}`)).body).toEqual(mixed);
    expect((await ask(`${embruns}/orders?pageSize=1`)).body.data).toHaveLength(1);
  });

  it('list forms without their tiers, and show one with them, rates as percentages', async () => {
    const ask = await visitor.openAs();
    const { body } = await ask(`${embruns}/forms?formTypes=Event&pageSize=100&sortOrder=Asc&withCount=true`);
    expect(body.pagination).toMatchObject({ totalCount: 36, totalPages: 1 });
    expect(body.data[0]).toMatchObject({ formSlug: slug, currency: 'EUR', formType: 'Event', state: 'Public' });
    expect(body.data[0]).not.toHaveProperty('tiers');
    expect((await ask(`${embruns}/forms?states=Private`)).body.data).toHaveLength(1);
    expect((await ask(`${embruns}/forms?formTypes=Shop`)).body.data).toEqual([]);
    const form = (await ask(`${embruns}/forms/Event/${slug}/public`)).body;
    expect(form).toMatchObject({ title: 'La Nuit des gardiens', startDate: '2026-09-23T20:30:00.0000000+02:00' });
    expect(form.tiers[0]).toMatchObject({ label: 'Plein tarif', tierType: 'Registration', price: 1800, vatRate: 5.5 });
  });
});

describe('The accounts of the simulated HelloAsso', () => {
  it('hold 100,000 tickets for measurements', async () => {
    const ask = await visitor.openAs('bench-client', 'demo-key-100000-tickets');
    const path = '/organizations/grande-scene/items?pageSize=100&withCount=true&tierTypes=Registration';
    const { body } = await ask(`${path}&pageIndex=1000`);
    expect([body.data.length, body.pagination.totalPages]).toEqual([100, 1]);
    expect((await ask(path)).body.pagination).toMatchObject({ totalCount: 100_000, totalPages: 1000 });
  });

  it('are told by number, and keep their identifiers on other days', async () => {
    const other = await startSandbox({ reference: new Date('2027-03-01T10:00:00.000Z') });
    const ids = (from: Sandbox) =>
      from
        .ticketing('helloasso')
        .season('client-5')
        ?.shows.map(({ id }) => id);
    expect(ids(other)).toEqual(ids(sandbox));
    await other.stop();
    expect(sandbox.ticketing('helloasso').season('client-5')).not.toEqual(
      sandbox.ticketing('helloasso').season('client-6'),
    );
    expect(sandbox.ticketing('helloasso').season('nobody')).toBeNull();
    expect(sandbox.ticketing('helloasso').ledger('nobody')).toEqual([]);
  });
});
