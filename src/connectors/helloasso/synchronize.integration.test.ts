import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, ConnectorEvent, SynchronizeOptions } from '../connector';
import { toExpectedPerformances } from '../contract/expected-performances';
import { createContractClock, type ContractClock } from '../contract/world';
import { toFirstSince } from '../first-synchronization';
import { createMemoryQuota } from '../quota';
import { descriptor } from './descriptor';
import { helloasso } from './index';
import { forgetTokens } from './session';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';

describe('A synchronisation of HelloAsso', () => {
  let clock: ContractClock;
  let sandbox: Sandbox;
  let since: Date;

  beforeEach(async () => {
    forgetTokens();
    clock = createContractClock(new Date('2026-11-20T10:00:00.000Z'));
    since = toFirstSince(clock.now());
    sandbox = await startSandbox({ now: clock.now, reference: clock.now() });
  });
  afterEach(() => sandbox.stop());

  function toContext(accessKey: string, secretKey: string): ConnectorContext {
    return {
      credentials: { accessKey, secretKey },
      baseUrl: `${sandbox.url}/helloasso`,
      quota: createMemoryQuota(descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
    };
  }

  const demo = () => toContext('demo-client', 'demo-key-helloasso');
  const ledger = () => sandbox.ticketing('helloasso').ledger('demo-client');
  const countRequests = () => sandbox.counts('helloasso').requests;

  async function synchronize(context: ConnectorContext, options: Partial<SynchronizeOptions> = {}) {
    const before = countRequests();
    const events: ConnectorEvent[] = [];
    for await (const event of helloasso.synchronize(context, { since, ...options })) events.push(event);
    const series = events.flatMap((event) => (event.type === 'series' ? [event.series] : []));
    series.sort((a, b) => (a.id < b.id ? -1 : 1));
    return { series, events, requests: countRequests() - before };
  }

  function toComparable({ series }: Awaited<ReturnType<typeof synchronize>>) {
    return series.flatMap(({ id: seriesId, performances }) =>
      performances.map(({ id: _id, endAt: _endAt, ...figures }) => ({ seriesId, ...figures })),
    );
  }

  it('asks for what the API cannot do without: token, association, pages of tickets, changed forms', async () => {
    const tickets = ledger().length;
    const changedForms = new Set(
      ledger().flatMap(({ seriesId, changedAt }) => (changedAt >= since.toISOString() ? [seriesId] : [])),
    ).size;
    const first = await synchronize(demo());
    expect([tickets, changedForms, first.requests]).toEqual([2542, 34, 1 + 1 + 26 + 34]);
    expect(first.requests).toBe(2 + Math.ceil(tickets / 100) + changedForms);
    expect(toComparable(first)).toEqual(toExpectedPerformances(ledger(), since));
    // A night later the token is dead: it, the association, and one page that holds nothing new.
    await clock.wait(86_400_000, new AbortController().signal);
    const second = await synchronize(demo(), { since: new Date('2026-11-20T10:00:00.000Z') });
    expect([second.series, second.requests]).toEqual([[], 3]);
  });

  it('reads the changed forms only, whole, and finds the refund of an old order', async () => {
    await synchronize(demo());
    const from = clock.now();
    await clock.wait(60_000, new AbortController().signal);
    const old = ledger().find(({ isCounted, changedAt }) => isCounted && changedAt < '2025-12-01');
    if (!old) throw new Error('the season has no old ticket');
    const control = `${sandbox.url}/control/helloasso/demo-client`;
    await fetch(`${control}/refund`, { method: 'POST', body: JSON.stringify({ ticket: old.ticketId }) });
    const sale = { series: 'jazz-a-la-criee-3', tickets: 150 };
    await fetch(`${control}/sell`, { method: 'POST', body: JSON.stringify(sale) });
    const after = await synchronize(demo(), { since: from });
    expect(toComparable(after)).toEqual(toExpectedPerformances(ledger(), from));
    expect(after.series.map(({ id }) => id)).toEqual(['jazz-a-la-criee-3', old.seriesId].sort());
    const pagesOf = (slug: string) =>
      Math.ceil(ledger().filter((line) => line.seriesId === slug && line.isCounted).length / 100);
    // The association, two pages of changes, then each form with its own pages.
    expect(after.requests).toBe(1 + 2 + 2 + pagesOf('jazz-a-la-criee-3') + pagesOf(old.seriesId));
  });

  it('takes a new token when its own dies on the way', async () => {
    const undisturbed = await synchronize(demo());
    forgetTokens();
    sandbox.setTrouble('helloasso', { mode: '401', times: 1, skip: 5 });
    const disturbed = await synchronize(demo());
    expect(disturbed.series).toEqual(undisturbed.series);
    expect(disturbed.requests).toBe(undisturbed.requests + 2);
  });

  it('starts again when HelloAsso no longer takes the token of a checkpoint', async () => {
    const undisturbed = await synchronize(demo());
    const [, checkpoint] = undisturbed.events.flatMap((event) =>
      event.type === 'checkpoint' ? [event.checkpoint] : [],
    );
    const kept = JSON.parse(checkpoint ?? '');
    const stale = JSON.stringify({ ...kept, position: { ...kept.position, token: 'dead' } });
    const resumed = await synchronize(demo(), { checkpoint: stale });
    expect(resumed.series).toEqual(undisturbed.series);
    expect(resumed.requests).toBe(undisturbed.requests);
  });

  it.each<readonly [string, (kept: Record<string, unknown>) => Record<string, unknown>]>([
    ['another association', (kept) => ({ ...kept, organization: 'amis-du-phare' })],
    ['another period', (kept) => ({ ...kept, since: '2026-01-01T00:00:00.000Z' })],
    ['another version', (kept) => ({ ...kept, version: 2 })],
  ])('ignores the checkpoint of %s', async (_case, change) => {
    const small = () => toContext('short-client', 'demo-key-short');
    const undisturbed = await synchronize(small());
    const checkpoint = undisturbed.events.findLast(({ type }) => type === 'checkpoint');
    const kept = JSON.parse(checkpoint?.type === 'checkpoint' ? checkpoint.checkpoint : '');
    const resumed = await synchronize(small(), { checkpoint: JSON.stringify(change(kept)) });
    expect([resumed.series, resumed.requests]).toEqual([undisturbed.series, undisturbed.requests - 1]);
  });

  it('leaves checkpoints that tell nobody and stay small', async () => {
    const { events } = await synchronize(demo());
    const kept = events.flatMap((event) => (event.type === 'checkpoint' ? [event.checkpoint] : []));
    expect(kept).toHaveLength(26);
    expect(Math.max(...kept.map((checkpoint) => checkpoint.length))).toBeLessThan(50_000);
    expect(kept.join('')).not.toMatch(/Kerbrat|Lozach|public\.example|demo-key/);
  });

  it.each([
    ['several associations', 'several-client', 'demo-key-several'],
    ['no association', 'orphan-client', 'demo-key-orphan'],
  ])('is refused to a key that opens %s, as is its test', async (_case, accessKey, secretKey) => {
    const context = toContext(accessKey, secretKey);
    await expect(helloasso.testConnection(context)).rejects.toMatchObject({ code: 'insufficient-rights' });
    await expect(synchronize(context)).rejects.toMatchObject({ code: 'insufficient-rights' });
  });

  it('is refused without a client id, before any request', async () => {
    const context = toContext(' ', 'demo-key-helloasso');
    await expect(helloasso.testConnection(context)).rejects.toMatchObject({ code: 'invalid-credentials' });
    await expect(synchronize(context)).rejects.toMatchObject({ code: 'invalid-credentials' });
    expect(countRequests()).toBe(0);
  });

  it('calls the account by the slug of its association', async () => {
    expect(await helloasso.testConnection(demo())).toEqual({
      account: 'theatre-des-embruns',
      label: 'Théâtre des Embruns',
    });
  });
});
