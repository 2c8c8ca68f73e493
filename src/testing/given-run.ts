import type { Connector, ConnectorEvent, SynchronizeOptions } from '@/connectors/connector';
import { descriptor } from '@/connectors/billetweb/descriptor';
import { AppError } from '@/domain/errors';
import type { RemotePerformance, RemoteSeries } from '@/domain/ticketing/model';
import { type Database } from '@/server/db/client';
import { type SynchronizationTools, runSynchronization } from '@/server/ticketing/run-synchronization';
import { givenStructure } from './given-season';

/** A connection of a structure of its own, which nothing outside answers for. */
export async function givenQuietConnection(
  db: Database,
  values: { synchronizedSince?: Date; nextRunAt?: Date } = {},
): Promise<{ organizationId: string; connectionId: string }> {
  const { id: organizationId } = await givenStructure(db);
  const { id: connectionId } = await db.ticketingConnection.create({
    data: {
      organizationId,
      system: 'billetweb',
      remoteAccount: 'compte',
      label: 'Compte 12',
      credentials: 'sealed',
      ...values,
    },
  });
  return { organizationId, connectionId };
}

/** One evening of 10 paid tickets at 10.55 €, 5.5 %. */
export function givenRemotePerformance(id: string, values: Partial<RemotePerformance> = {}): RemotePerformance {
  return {
    id,
    startAt: '2026-06-26T18:30:00.000Z',
    endAt: null,
    includingTaxesCents: 10_550,
    excludingTaxesCents: 10_000,
    taxRateBp: 550,
    paidTickets: 10,
    freeTickets: 0,
    ...values,
  };
}

export function givenSeriesEvent(id: string, performances: readonly RemotePerformance[]): ConnectorEvent {
  const series: RemoteSeries = { id, name: `Spectacle ${id}`, performances };
  return { type: 'series', series, tickets: 10 * performances.length };
}

/** Does what the worker does with a run, the provider's answers being these. Adds a run when none is under way. */
export async function runWith(
  db: Database,
  connectionId: string,
  answer: (options: SynchronizeOptions) => AsyncIterable<ConnectorEvent> | Iterable<ConnectorEvent>,
  tools: Partial<SynchronizationTools> = {},
): Promise<string> {
  const active = await db.synchronizationRun.findFirst({
    where: { connectionId, state: { in: ['queued', 'running'] } },
  });
  const run =
    active ??
    (await db.synchronizationRun.create({ data: { connectionId, trigger: 'user', since: new Date('2026-01-01') } }));
  const connector: Connector = {
    descriptor,
    vendorBaseUrl: () => 'https://billetterie.test',
    testConnection: () => Promise.reject(new AppError('unavailable')),
    async *synchronize(_context, options) {
      yield* answer(options);
    },
  };
  const open: SynchronizationTools['open'] = (_db, _run, signal) => ({
    connector,
    context: {
      credentials: { accessKey: null, secretKey: 'cle' },
      baseUrl: 'https://billetterie.test',
      quota: { acquire: () => Promise.resolve(), penalize: () => Promise.resolve() },
      signal,
      allowPrivateNetwork: false,
      now: () => new Date(),
      wait: () => Promise.resolve(),
    },
  });
  await runSynchronization({ db, open, now: () => new Date(), ...tools }, run.id, {
    jobId: 'job',
    attempt: 0,
    lastAttempt: false,
    signal: new AbortController().signal,
  });
  return run.id;
}
