import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, ConnectorEvent, SynchronizeOptions } from '../connector';
import { toExpectedPerformances } from '../contract/expected-performances';
import { createContractClock } from '../contract/world';
import { toFirstSince } from '../first-synchronization';
import { createMemoryQuota } from '../quota';
import { mapado } from './index';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';

const now = new Date('2026-11-20T10:00:00.000Z');
const firstSince = toFirstSince(now);
let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => now, reference: now });
});
afterAll(() => sandbox.stop());

function toContext(secretKey: string, changes: Partial<ConnectorContext> = {}): ConnectorContext {
  const clock = createContractClock(now);
  return {
    credentials: { accessKey: null, secretKey },
    baseUrl: `${sandbox.url}/mapado`,
    quota: createMemoryQuota(mapado.descriptor.quota, clock),
    signal: new AbortController().signal,
    allowPrivateNetwork: true,
    now: clock.now,
    wait: clock.wait,
    ...changes,
  };
}

/** What a synchronisation told, and the requests it took. */
async function synchronize(secretKey: string, options: SynchronizeOptions, changes: Partial<ConnectorContext> = {}) {
  const events: ConnectorEvent[] = [];
  const asked: string[] = [];
  const context = toContext(secretKey, { log: ({ path }) => asked.push(path), ...changes });
  for await (const event of mapado.synchronize(context, options)) events.push(event);
  const series = events.flatMap((event) => (event.type === 'series' ? [event.series] : []));
  return { events, asked, series: series.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function toFigures(series: Awaited<ReturnType<typeof synchronize>>['series']): readonly unknown[] {
  return series.flatMap(({ id: seriesId, performances }) =>
    performances.map(({ id: _id, endAt: _endAt, ...figures }) => ({ seriesId, ...figures })),
  );
}

describe('The requests of Mapado', () => {
  it('are four for a first synchronisation of a season, one for an unchanged one', async () => {
    const first = await synchronize('demo-key-mapado', { since: firstSince });
    expect(first.asked).toEqual(['/v1/tickets', '/v1/ticketings', '/v1/event_dates', '/v1/tickets']);
    expect(toFigures(first.series)).toEqual(
      toExpectedPerformances(sandbox.ticketing('mapado').ledger('demo-key-mapado'), firstSince),
    );
    const unchanged = await synchronize('demo-key-mapado', { since: now });
    expect([unchanged.asked, unchanged.series]).toEqual([['/v1/tickets'], []]);
  });

  it('are one more where tickets cannot be read together with their shows, and the figures are the same', async () => {
    const { asked, series } = await synchronize('demo-key-mapado-heavy', { since: firstSince });
    expect(asked).toEqual([
      '/v1/tickets',
      '/v1/tickets',
      '/v1/event_dates',
      '/v1/ticketings',
      '/v1/event_dates',
      '/v1/tickets',
    ]);
    expect(toFigures(series)).toEqual(
      toExpectedPerformances(sandbox.ticketing('mapado').ledger('demo-key-mapado-heavy'), firstSince),
    );
  });

  it('are those of what changed only: a sale and a refund between two synchronisations', async () => {
    const control = `${sandbox.url}/control/mapado/key-mapado-2`;
    const sale = await fetch(`${control}/sell`, { method: 'POST', body: '{"series":"1003","tickets":2}' });
    const { sold } = await sale.json();
    await fetch(`${control}/refund`, { method: 'POST', body: JSON.stringify({ ticket: sold[0] }) });
    const { asked, series } = await synchronize('key-mapado-2', { since: now });
    expect(asked).toHaveLength(4);
    expect(toFigures(series)).toEqual(toExpectedPerformances(sandbox.ticketing('mapado').ledger('key-mapado-2'), now));
  });

  it('name a show that is no longer there', async () => {
    const season = sandbox.ticketing('mapado').season('key-mapado-4');
    await synchronize('key-mapado-4', { since: firstSince });
    const shows = season?.shows ?? [];
    const ids = shows.map(({ id }) => id);
    const { events } = await synchronize('key-mapado-4', {
      since: firstSince,
      checkpoint: JSON.stringify({
        version: 1,
        since: firstSince.toISOString(),
        ticketings: [['999', 3]],
        dates: [],
        next: null,
        rows: 3,
        total: 3,
      }),
    });
    expect(ids).not.toContain('999');
    expect(events).toEqual([
      { type: 'total', series: 0 },
      { type: 'warning', warning: { code: 'series-deleted', detail: expect.stringContaining('Spectacle n° 999') } },
    ]);
  });
});

describe('The account of Mapado', () => {
  it('stays the same when its token is renewed', async () => {
    const account = { account: 'user-4001', label: 'Compte Mapado 4001' };
    expect(await mapado.testConnection(toContext('demo-key-mapado'))).toEqual(account);
    expect(await mapado.testConnection(toContext('demo-key-mapado-renewed'))).toEqual(account);
  });

  it('is a digest of the token where Mapado does not say whose it is', async () => {
    expect(await mapado.testConnection(toContext('demo-key-mapado-empty'))).toEqual({
      account: expect.stringMatching(/^token-[0-9a-f]{32}$/),
      label: 'Compte Mapado',
    });
  });
});
