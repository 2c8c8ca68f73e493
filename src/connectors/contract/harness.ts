import { afterEach, beforeEach, expect } from '@jest/globals';
import { inspect } from 'node:util';
import type { Connector, ConnectorContext, ConnectorEvent, Credentials, SynchronizeOptions } from '../connector';
import { toFirstSince } from '../first-synchronization';
import { createMemoryQuota } from '../quota';
import {
  createContractClock,
  type ContractClock,
  type ContractTrouble,
  type ContractWorld,
  type ExpectedSkip,
} from './world';
import { AppError, type ErrorCode } from '@/domain/errors';
import type { RemoteSeries } from '@/domain/ticketing/model';

export type ContractOptions = {
  readonly connector: Connector;
  readonly startWorld: (clock: ContractClock) => Promise<ContractWorld>;
  /** What must be reported of the odd account, whose healthy shows are those not named here. */
  readonly expectedSkips: readonly ExpectedSkip[];
  /** Requests when nothing changed since the last time. */
  readonly requestsWhenUnchanged: number;
  /** `changes`: the vendor can tell what changed; `everything`: each answer holds the whole account. */
  readonly answers: 'changes' | 'everything';
  /** Whether a walk of the account's tickets leaves checkpoints, of which there is then at least one per page. */
  readonly leavesCheckpoints: boolean;
};

/** "Now" of every test. Two changes of hour lie behind it. */
export const reference = new Date('2026-11-20T10:00:00.000Z');
export const since = toFirstSince(reference);

/** What the tests of one connector share: a world and a clock made anew for each, and short ways to run the connector. */
export type ContractHarness = {
  readonly options: ContractOptions;
  readonly world: () => ContractWorld;
  readonly clock: () => ContractClock;
  readonly logged: () => readonly unknown[];
  toContext(credentials: Credentials, changes?: Partial<ConnectorContext>): ConnectorContext;
  /** A first synchronisation, of the working account unless told otherwise. */
  synchronize(
    credentials?: Credentials,
    changes?: Partial<ConnectorContext>,
    options?: Partial<SynchronizeOptions>,
  ): Promise<ConnectorEvent[]>;
  /** The failure of a synchronisation under this trouble. */
  failWith(trouble: ContractTrouble, changes?: Partial<ConnectorContext>): Promise<AppError>;
};

export function createHarness(options: ContractOptions): ContractHarness {
  const { connector, startWorld } = options;
  let clock: ContractClock;
  let world: ContractWorld;
  let logged: unknown[];

  beforeEach(async () => {
    clock = createContractClock(reference);
    world = await startWorld(clock);
    logged = [];
  });
  afterEach(() => world.stop());

  function toContext(credentials: Credentials, changes: Partial<ConnectorContext> = {}): ConnectorContext {
    return {
      credentials,
      baseUrl: world.baseUrl,
      quota: createMemoryQuota(connector.descriptor.quota, clock),
      signal: new AbortController().signal,
      allowPrivateNetwork: true,
      now: clock.now,
      wait: clock.wait,
      random: () => 0,
      log: (entry) => logged.push(entry),
      ...changes,
    };
  }

  async function synchronize(
    credentials: Credentials = world.credentials.valid,
    changes: Partial<ConnectorContext> = {},
    synchronizeOptions: Partial<SynchronizeOptions> = {},
  ): Promise<ConnectorEvent[]> {
    const events: ConnectorEvent[] = [];
    const context = toContext(credentials, changes);
    for await (const event of connector.synchronize(context, { since, ...synchronizeOptions })) events.push(event);
    return events;
  }

  return {
    options,
    world: () => world,
    clock: () => clock,
    logged: () => logged,
    toContext,
    synchronize,
    async failWith(trouble, changes = {}) {
      world.setTrouble(trouble);
      return toAppError(await synchronize(world.credentials.valid, changes).catch((error: unknown) => error));
    },
  };
}

export function toSortedSeries(events: readonly ConnectorEvent[]): readonly RemoteSeries[] {
  const series = events.flatMap((event) => (event.type === 'series' ? [event.series] : []));
  return series.sort((a, b) => (a.id < b.id ? -1 : 1));
}

function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error;
  throw error instanceof Error ? error : new Error(`an AppError was expected, not ${inspect(error)}`);
}

export async function expectCode(promise: Promise<unknown>, code: ErrorCode): Promise<void> {
  await expect(promise).rejects.toMatchObject({ name: 'AppError', code });
}
