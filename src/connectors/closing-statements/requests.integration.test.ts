import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Connector, ConnectorContext, ConnectorEvent } from '../connector';
import { toFirstSince } from '../first-synchronization';
import { createMemoryQuota } from '../quota';
import { soticket } from '../soticket/index';
import { supersoniks } from '../supersoniks/index';
import { wait } from '../wait';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';

/** The figures of docs/performance.md, «Requests per connector»: the least the API allows is what is asked. */
describe('The number of requests', () => {
  const now = new Date('2026-11-20T10:00:00.000Z');
  let sandbox: Sandbox;
  beforeAll(async () => {
    sandbox = await startSandbox({ now: () => now, reference: now });
  });
  afterAll(() => sandbox.stop());

  function toContext(connector: Connector, accessKey: string, secretKey: string): ConnectorContext {
    const clock = { now: () => now, wait };
    return {
      credentials: { accessKey, secretKey },
      baseUrl: `${sandbox.url}/${connector.descriptor.system}`,
      quota: createMemoryQuota(connector.descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      ...clock,
    };
  }

  async function synchronize(connector: Connector, context: ConnectorContext, since: Date) {
    const system = connector.descriptor.system === 'soticket' ? 'soticket' : 'supersoniks';
    const before = sandbox.counts(system).requests;
    const events: ConnectorEvent[] = [];
    for await (const event of connector.synchronize(context, { since })) events.push(event);
    return { requests: sandbox.counts(system).requests - before, events };
  }

  it.each([
    ['Supersoniks', supersoniks, 'phare.test'],
    ['SoTicket', soticket, 'embruns.test'],
  ] as const)('of %s is one the first time and one when nothing changed', async (_label, connector, site) => {
    const key = `eydemo-key-${connector.descriptor.system}`;
    const context = toContext(connector, `billetterie.${site}`, key);
    const first = await synchronize(connector, context, toFirstSince(now));
    const second = await synchronize(connector, context, now);
    expect([first.requests, second.requests]).toEqual([1, 1]);
    expect(second.events).toEqual(first.events);
  });

  it('is one for 100,000 tickets in 1,000 sessions, counted to the last', async () => {
    const context = toContext(supersoniks, 'mesure.phare.test', 'eydemo-key-supersoniks-100000-tickets');
    const { requests, events } = await synchronize(supersoniks, context, toFirstSince(now));
    const series = events.flatMap((event) => (event.type === 'series' ? [event] : []));
    const ledger = sandbox.ticketing('supersoniks').ledger('mesure.phare.test');
    const counted = ledger.filter(({ isCounted }) => isCounted);
    const performances = series.flatMap((event) => event.series.performances);
    expect([requests, series.length, performances.length, ledger.length]).toEqual([1, 50, 1000, 100_000]);
    expect(series.reduce((sum, { tickets }) => sum + tickets, 0)).toBe(counted.length);
    expect(performances.reduce((sum, { includingTaxesCents }) => sum + includingTaxesCents, 0)).toBe(
      counted.reduce((sum, { receivedCents }) => sum + receivedCents, 0),
    );
  });
});
