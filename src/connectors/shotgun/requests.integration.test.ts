import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ConnectorContext, ConnectorEvent } from '../connector';
import { toExpectedPerformances } from '../contract/expected-performances';
import { createContractClock, type ContractClock } from '../contract/world';
import { toFirstSince } from '../first-synchronization';
import { createMemoryQuota } from '../quota';
import { shotgun } from './index';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';

/** The figures of docs/performance.md, «Requests per connector», and what the simulated Shotgun lets through. */
describe('The number of requests to Shotgun', () => {
  const now = new Date('2026-11-20T10:00:00.000Z');
  let clock: ContractClock;
  let sandbox: Sandbox;
  beforeEach(async () => {
    clock = createContractClock(now);
    sandbox = await startSandbox({ now: clock.now, reference: now });
  });
  afterEach(() => sandbox.stop());

  function toContext(accessKey: string, secretKey: string): ConnectorContext {
    return {
      credentials: { accessKey, secretKey },
      baseUrl: `${sandbox.url}/shotgun`,
      quota: createMemoryQuota(shotgun.descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
    };
  }

  async function synchronize(context: ConnectorContext, since: Date) {
    const before = sandbox.counts('shotgun').requests;
    const events: ConnectorEvent[] = [];
    for await (const event of shotgun.synchronize(context, { since })) events.push(event);
    const series = events.flatMap((event) => (event.type === 'series' ? [event.series] : []));
    return { requests: sandbox.counts('shotgun').requests - before, series };
  }

  it('is that of the pages of tickets and of events; one when nothing changed', async () => {
    const context = toContext('173027', 'demo-key-shotgun');
    const first = await synchronize(context, toFirstSince(now));
    const tickets = sandbox.ticketing('shotgun').ledger('173027').length;
    const second = await synchronize(context, now);
    // 26 pages of tickets, one of events to come, one of past events.
    expect({ tickets, first: first.requests, second: second.requests }).toEqual({
      tickets: 2542,
      first: 28,
      second: 1,
    });
  });

  it('is that of the pages for an account younger than 13 months, and both lists of events are read to their end', async () => {
    const { requests, series } = await synchronize(toContext('173031', 'demo-key-240-events'), toFirstSince(now));
    // 480 tickets are five pages, 240 events over are three.
    expect([requests, series.length]).toEqual([5 + 3, 240]);
  });

  it('is small for what one night sold, and its events are whole', async () => {
    const context = toContext('173027', 'demo-key-shotgun');
    await fetch(`${sandbox.url}/control/shotgun/173027/sell`, {
      method: 'POST',
      body: '{"series":"1012003","tickets":2}',
    });
    const { requests, series } = await synchronize(context, now);
    const expected = toExpectedPerformances(sandbox.ticketing('shotgun').ledger('173027'), now);
    // One page of changes, one of the event, one of the events to come.
    expect(requests).toBe(3);
    expect(series.flatMap(({ performances }) => performances)).toMatchObject(
      expected.map(({ seriesId, ...figures }) => ({ id: seriesId, ...figures })),
    );
  });

  it('never passes what the address may ask in a minute, for two accounts that share the quota', async () => {
    const statuses: (number | null)[] = [];
    const log: ConnectorContext['log'] = ({ status }) => statuses.push(status);
    const first = { ...toContext('173027', 'demo-key-shotgun'), log };
    const second = { ...toContext('900001', 'key-900001'), log, quota: first.quota };
    for (const context of [first, second, first, second]) await synchronize(context, toFirstSince(now));
    expect(statuses.length).toBeGreaterThan(100);
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(clock.pauses).toEqual([60_000]);
  });

  it('grows by one page for the older sales of an account, and one for what moved meanwhile', async () => {
    const context = toContext('173029', 'demo-key-odd');
    const { requests, series } = await synchronize(context, toFirstSince(now));
    const recent = sandbox
      .ticketing('shotgun')
      .ledger('173029')
      .filter(({ changedAt }) => changedAt >= toFirstSince(now).toISOString()).length;
    // The first page of 110 old tickets, the recent ones, the 10 last old ones, the tail; two lists, asked twice for a deleted event.
    expect(requests).toBe(1 + Math.ceil(recent / 100) + 1 + 1 + 3);
    expect(series.find(({ name }) => name.startsWith('Billets plus anciens'))?.performances).toHaveLength(1);
  });

  it('is one more with a token of the old kind', async () => {
    const old = await synchronize(toContext('173027', 'demo-key-shotgun-old'), toFirstSince(now));
    const usual = await synchronize(toContext('173027', 'demo-key-shotgun'), toFirstSince(now));
    expect(old.requests).toBe(usual.requests + 1);
    expect(old.series).toEqual(usual.series);
  });

  it('says nothing was found when the organizer is not that of the token and Shotgun answers an empty success', async () => {
    const events: ConnectorEvent[] = [];
    const context = toContext('555555', 'demo-key-shotgun');
    for await (const event of shotgun.synchronize(context, { since: toFirstSince(now) })) events.push(event);
    expect(events).toMatchObject([{ type: 'total', series: 0 }, { warning: { code: 'nothing-found' } }]);
  });
});
