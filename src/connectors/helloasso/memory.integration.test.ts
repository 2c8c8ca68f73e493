import { createServer, type Server } from 'node:http';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createContractClock } from '../contract/world';
import { toFirstSince } from '../first-synchronization';
import { createMemoryQuota } from '../quota';
import { descriptor } from './descriptor';
import { helloasso } from './index';

const mebibyte = 1024 * 1024;
/** Some 3 s of computing; a machine shared by others takes longer. */
const patienceMilliseconds = 60_000;
const pages = 1000;
const forms = 20;
let server: Server;

/** 1,000 pages of 100 tickets written on the fly by a server that keeps nothing: what grows is the connector's. */
beforeEach(async () => {
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://vendor.test');
    response.writeHead(200, { 'content-type': 'application/json' }).end(answer(url));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
});

function answer({ pathname, searchParams }: URL): string {
  if (pathname === '/oauth2/token') return '{"access_token":"a","expires_in":1800}';
  if (pathname.endsWith('/organizations')) return '[{"organizationSlug":"grande-scene","name":"La Grande Scène"}]';
  if (pathname.endsWith('/items')) return toPage(Number(searchParams.get('continuationToken') ?? 0));
  const slug = pathname.split('/').at(-2);
  return `{"formSlug":"${slug}","title":"${slug}","startDate":"2026-10-24T20:30:00+02:00","currency":"EUR","tiers":[{"id":1,"vatRate":5.5}]}`;
}

function toPage(page: number): string {
  const data = Array.from({ length: 100 }, (_, index) => {
    const id = page * 100 + index;
    const order = `{"id":${id},"formSlug":"forme-${id % forms}","formType":"Event","meta":{"updatedAt":"2026-10-01T10:00:00+02:00"}}`;
    return `{"id":${id},"tierId":1,"type":"Registration","state":"Processed","amount":1500,"order":${order},"payer":{"email":"client-${id}@public.example"}}`;
  });
  const left = pages - page;
  return `{"data":[${data.join()}],"pagination":{"totalCount":${left * 100},"totalPages":${left},"continuationToken":"${page + 1}"}}`;
}

function createMeter(): () => number {
  setFlagsFromString('--expose-gc');
  const collectGarbage: unknown = runInNewContext('gc');
  return () => {
    if (typeof collectGarbage !== 'function') throw new Error('the garbage cannot be collected');
    collectGarbage();
    return process.memoryUsage().heapUsed;
  };
}

it(
  'HelloAsso: memory stays flat over 100,000 tickets',
  async () => {
    const clock = createContractClock(new Date('2026-11-20T10:00:00.000Z'));
    const address = server.address();
    const context = {
      credentials: { accessKey: 'client', secretKey: 'key' },
      baseUrl: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
      quota: createMemoryQuota(descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
    };
    const measure = createMeter();
    const heap: number[] = [];
    const tickets: number[] = [];
    for await (const event of helloasso.synchronize(context, { since: toFirstSince(clock.now()) })) {
      if (event.type === 'series') tickets.push(event.tickets);
      if (event.type === 'checkpoint' && event.tickets % 10_000 === 0) heap.push(measure());
    }
    expect(tickets).toEqual(Array.from({ length: forms }, () => 5000));
    expect(heap).toHaveLength(10);
    // Compiled code and warm buffers come with the first tickets; nothing comes with the others.
    expect(Math.max(...heap) - (heap[0] ?? 0)).toBeLessThan(2 * mebibyte);
  },
  patienceMilliseconds,
);
