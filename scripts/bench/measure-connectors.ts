import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import { connectableSystems, type ConnectableSystem, descriptors } from '@/connectors/descriptors';
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox';
import { type Measure, round } from './statistics';
import { statedMinimum } from './stated-minimum';

/** What each account holds at the vendor; fewer count, the refunded ones being among them. */
const TICKETS = 100_000;
/** Tickets are read and left behind; resident memory, which Node gives back late, is bounded all the same. */
/** A stop must lose little, which may cost a request more than the least. */
const CLOSE_TO_LEAST = 1.05;
const MAX_MEBIBYTES_ABOVE_IDLE = 256;
const MEBIBYTE = 2 ** 20;

const outcomeSchema = z.object({
  first: z.object({
    shows: z.int(),
    performances: z.int(),
    tickets: z.int(),
    requests: z.int(),
    seconds: z.number(),
  }),
  unchangedRequests: z.int(),
  idleBytes: z.int(),
  peakBytes: z.int(),
});
type Outcome = z.infer<typeof outcomeSchema>;

/** Every connector over 100,000 tickets: requests against the stated least, time against the vendor's limit, memory. */
export async function measureConnectors(): Promise<Measure[]> {
  const sandbox = await startSandbox();
  try {
    const measures: Measure[] = [];
    for (const system of connectableSystems) {
      const outcome = await runConnector(sandbox, system);
      printRow(system, outcome);
      measures.push(...toMeasures(system, outcome));
    }
    return measures;
  } finally {
    await sandbox.stop();
  }
}

async function runConnector(sandbox: Sandbox, system: ConnectableSystem): Promise<Outcome> {
  const keys = sandbox.ticketing(system).keys.find(({ purpose }) => /100\s?000\sbillets/.test(purpose));
  if (!keys) throw new Error(`the simulated ${system} has no account of 100,000 tickets`);
  const baseUrl = sandbox.environment[`${system.toUpperCase()}_API_BASE_URL`];
  if (baseUrl === undefined) throw new Error(`the simulated ${system} says no address`);
  const script = [
    '--tsconfig',
    'tsconfig.node.json',
    'scripts/bench/run-connector.ts',
    system,
    baseUrl,
    keys.secretKey,
  ];
  const child = spawn(
    process.execPath,
    ['node_modules/tsx/dist/cli.mjs', ...script, ...(keys.accessKey === null ? [] : [keys.accessKey])],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  return outcomeSchema.parse(JSON.parse(await text(child.stdout)));
}

/** The time that the vendor's published quota alone would take, in seconds. */
function toQuotaSeconds(system: ConnectableSystem, requests: number): number {
  const { quota } = descriptors[system];
  return Math.floor((requests - 1) / quota.requests) * quota.windowSeconds;
}

function printRow(system: ConnectableSystem, { first, unchangedRequests, idleBytes, peakBytes }: Outcome): void {
  const minimum = statedMinimum[system];
  console.log(
    [
      descriptors[system].label.padEnd(12),
      `${first.tickets} of ${TICKETS} tickets, ${first.shows} shows`,
      `requests ${first.requests} (least ${minimum.first({ ...first, tickets: TICKETS })})`,
      `unchanged ${unchangedRequests} (least ${minimum.unchanged})`,
      `${round(first.seconds)} s (the quota alone: ${toQuotaSeconds(system, first.requests)} s)`,
      `peak ${toMebibytes(peakBytes)} MiB (idle ${toMebibytes(idleBytes)})`,
    ].join(' | '),
  );
}

function toMeasures(system: ConnectableSystem, outcome: Outcome): Measure[] {
  const { first, unchangedRequests, idleBytes, peakBytes } = outcome;
  const { label } = descriptors[system];
  const minimum = statedMinimum[system];
  const read = `${first.tickets} of ${TICKETS} tickets, ${first.shows} shows, ${first.performances} performances`;
  return [
    {
      what: `${label}, first synchronisation: requests`,
      value: first.requests,
      unit: 'requests',
      target: Math.ceil(minimum.first({ ...first, tickets: TICKETS }) * CLOSE_TO_LEAST),
      note: read,
    },
    {
      what: `${label}, first synchronisation: time`,
      value: round(first.seconds),
      unit: 's',
      target: null,
      note: `the vendor’s quota alone: ${toQuotaSeconds(system, first.requests)} s`,
    },
    {
      what: `${label}, unchanged synchronisation: requests`,
      value: unchangedRequests,
      unit: 'requests',
      target: minimum.unchanged,
    },
    {
      what: `${label}, first synchronisation: memory above idle`,
      value: toMebibytes(peakBytes - idleBytes),
      unit: 'MiB',
      target: MAX_MEBIBYTES_ABOVE_IDLE,
    },
  ];
}

function toMebibytes(bytes: number): number {
  return Math.round(bytes / MEBIBYTE);
}
