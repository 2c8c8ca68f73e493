import { createHash } from 'node:crypto';
import type { Connector, ConnectorContext, ConnectorEvent, SynchronizeOptions } from '../connector';
import { isFirstSynchronization } from '../first-synchronization';
import { connectionTestPolicy, synchronizationPolicy } from '../http';
import { mapConcurrently } from '../map-concurrently';
import { warnOfNothingFound, warnOfSkippedSeries } from '../warnings';
import { withDeadline } from '../with-deadline';
import { createApi, type MapadoApi } from './api';
import { readCheckpoint, writeCheckpoint } from './checkpoint';
import { descriptor } from './descriptor';
import { readBatch, toBatches } from './read-batch';
import type { MapadoTicketing } from './schema';
import { isDeclarable, refuseTicketing } from './transform';

const connectionTestMilliseconds = 10_000;

export const mapado: Connector = {
  descriptor,
  vendorBaseUrl: () => 'https://ticketing.mapado.net',

  /**
   * The account is the dedicated user who owns the token: renewing the token changes nothing. A token that may not ask who owns it is
   * its own account, by a digest.
   */
  async testConnection(context) {
    const owner = await withDeadline(context, connectionTestMilliseconds, async (bounded) => {
      const api = createApi(bounded, connectionTestPolicy);
      await api.checkRights(context.now());
      return api.findOwner();
    });
    if (owner !== null) return { account: `user-${owner}`, label: `Compte Mapado ${owner}` };
    const digest = createHash('sha256').update(context.credentials.secretKey.trim()).digest('hex');
    return { account: `token-${digest.slice(0, 32)}`, label: 'Compte Mapado' };
  },

  synchronize,
};

/**
 * Changed tickets of the account, then their shows, then dates and tickets of the shows to read, many shows at a time. Mapado cannot
 * tell which dates moved: a date moved without any ticket changing is seen when one next does.
 */
async function* synchronize(context: ConnectorContext, options: SynchronizeOptions): AsyncGenerator<ConnectorEvent> {
  const api = createApi(context, synchronizationPolicy);
  const changed = yield* findChanges(api, options);
  const wanted = [...changed.keys()].filter((id) => !options.skipSeriesIds?.has(id));
  const ticketings = await api.listTicketings(wanted);
  const known = new Set(ticketings.map(({ id }) => id));
  const declarable = ticketings.filter(isDeclarable);
  const toRead = declarable.filter((ticketing) => refuseTicketing(ticketing) === null);

  yield { type: 'total', series: toRead.length };
  for (const id of wanted) {
    if (!known.has(id)) yield { type: 'warning', warning: warnOfSkippedSeries('series-deleted', `Spectacle n° ${id}`) };
  }
  for (const ticketing of declarable) {
    const warning = refuseTicketing(ticketing);
    if (warning) yield { type: 'warning', warning };
  }
  if (changed.size === 0 && isFirstSynchronization(options.since, context.now())) {
    yield { type: 'warning', warning: warnOfNothingFound(descriptor.label) };
  }
  const read = (batch: readonly MapadoTicketing[], signal: AbortSignal) =>
    readBatch(createApi({ ...context, signal }, synchronizationPolicy), batch);
  const batches = toBatches(toRead, changed);
  for await (const results of mapConcurrently(batches, descriptor.quota.concurrency, context.signal, read)) {
    for (const result of results) {
      context.signal.throwIfAborted();
      yield result;
    }
  }
}

/** Shows with a changed ticket, each with how many: one walk over the account, with a checkpoint after every page. */
async function* findChanges(
  api: MapadoApi,
  { since, checkpoint }: SynchronizeOptions,
): AsyncGenerator<ConnectorEvent, ReadonlyMap<string, number>> {
  const walk = readCheckpoint(checkpoint, since);
  for await (const { rows, progress } of api.walkChanges(since, walk.progress)) {
    for (const { ticketing, date } of rows) {
      if (ticketing !== null) add(walk.ticketings, ticketing, 1);
      else if (date !== null) add(walk.dates, date, 1);
    }
    walk.progress = progress;
    const written = writeCheckpoint(walk, since);
    if (written !== null) yield { type: 'checkpoint', checkpoint: written, tickets: progress.rows };
  }
  const owners = await api.findOwners([...walk.dates.keys()]);
  for (const [date, tickets] of walk.dates) {
    const ticketing = owners.get(date);
    if (ticketing !== undefined) add(walk.ticketings, ticketing, tickets);
  }
  return walk.ticketings;
}

function add(counts: Map<string, number>, id: string, count: number): void {
  counts.set(id, (counts.get(id) ?? 0) + count);
}
