/**
 * One connector in a process of its own, so that its memory is its own: `run-connector.ts <system> <base URL> <secret key> [access key]`.
 * Prints what it read and what it cost as one JSON line.
 */
import type { ConnectorContext } from '@/connectors/connector';
import { isConnectableSystem } from '@/connectors/descriptors';
import { toFirstSince } from '@/connectors/first-synchronization';
import { connectors } from '@/connectors/registry';
import { wait } from '@/connectors/wait';

const [system = '', baseUrl = '', secretKey = '', accessKey = null] = process.argv.slice(2);
if (!isConnectableSystem(system)) throw new Error(`no connector for ${system}`);
const connector = connectors[system];
let requests = 0;

const context: ConnectorContext = {
  credentials: { accessKey, secretKey },
  baseUrl,
  // The account of the measure is not rationed: what is measured is our own work.
  quota: { acquire: () => Promise.resolve(), penalize: () => Promise.resolve() },
  signal: AbortSignal.timeout(600_000),
  allowPrivateNetwork: true,
  now: () => new Date(),
  wait,
  log: () => void (requests += 1),
};

async function read(since: Date) {
  requests = 0;
  const read = { shows: 0, performances: 0, tickets: 0 };
  const startedAt = performance.now();
  for await (const event of connector.synchronize(context, { since })) {
    if (event.type !== 'series') continue;
    read.shows += 1;
    read.performances += event.series.performances.length;
    read.tickets += event.tickets;
  }
  return { ...read, requests, seconds: (performance.now() - startedAt) / 1000 };
}

const idleBytes = process.memoryUsage.rss();
const first = await read(toFirstSince(new Date()));
// On Linux and macOS alike, Node gives kibibytes.
const peakBytes = process.resourceUsage().maxRSS * 1024;
const unchanged = await read(new Date());
console.log(JSON.stringify({ first, unchangedRequests: unchanged.requests, idleBytes, peakBytes }));
