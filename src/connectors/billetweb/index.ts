import type { Connector, ConnectorContext, ConnectorEvent, SynchronizeOptions } from '../connector';
import { isFirstSynchronization } from '../first-synchronization';
import { connectionTestPolicy, synchronizationPolicy } from '../http';
import { mapConcurrently } from '../map-concurrently';
import { warnOfNothingFound, warnOfSkippedSeries } from '../warnings';
import { withDeadline } from '../with-deadline';
import { createApi, type BilletwebApi } from './api';
import { descriptor } from './descriptor';
import type { BilletwebEvent, BilletwebSession } from './schema';
import { listSessionsInUse, toSeries, type TransformedSeries } from './transform';
import { AppError } from '@/domain/errors';

const connectionTestMilliseconds = 10_000;

export const billetweb: Connector = {
  descriptor,
  vendorBaseUrl: () => 'https://www.billetweb.fr/api',

  /** Both account-wide lists: a key limited to some events opens neither. Nothing changes after now, so the answers are small. */
  async testConnection(context) {
    const account = context.credentials.accessKey?.trim() ?? '';
    if (account === '') throw new AppError('invalid-credentials', 'the user is missing');
    await withDeadline(context, connectionTestMilliseconds, async (bounded) => {
      const api = createApi(bounded, connectionTestPolicy);
      await api.listChanges(context.now());
      await api.listCurrentEvents();
    });
    return { account, label: `Compte Billetweb ${account}` };
  },

  synchronize,
};

/** One request when nothing changed; otherwise two, and two or three per changed event. */
async function* synchronize(context: ConnectorContext, options: SynchronizeOptions): AsyncGenerator<ConnectorEvent> {
  const api = createApi(context, synchronizationPolicy);
  const changes = await api.listChanges(options.since);
  const changedNames = new Map(changes.map((change) => [change.event, change.event_name]));
  const events = changedNames.size === 0 ? [] : await api.listEvents();
  const known = new Map(events.map((event) => [event.id, event]));
  const toRead = [...known.values()].filter(({ id }) => changedNames.has(id) && !options.skipSeriesIds?.has(id));

  yield { type: 'total', series: toRead.length };
  for (const [id, name] of changedNames) {
    if (!known.has(id)) yield { type: 'warning', warning: warnOfSkippedSeries('series-deleted', name || id) };
  }
  if (changedNames.size === 0 && isFirstSynchronization(options.since, context.now())) {
    yield { type: 'warning', warning: warnOfNothingFound(descriptor.label) };
  }
  const read = (event: BilletwebEvent, signal: AbortSignal): Promise<TransformedSeries> =>
    readSeries(createApi({ ...context, signal }, synchronizationPolicy), event);
  for await (const result of mapConcurrently(toRead, descriptor.quota.concurrency, context.signal, read)) {
    if (result.type !== 'empty') yield result;
  }
}

async function readSeries(api: BilletwebApi, event: BilletwebEvent): Promise<TransformedSeries> {
  const attendees = await api.listAttendees(event.id);
  const tariffs = await api.listTariffs(event.id);
  const sessions = event.multiple ? await readSessions(api, event.id, listSessionsInUse(attendees)) : [];
  return toSeries({ event, sessions, tariffs, attendees });
}

/** A session taken off sale may be missing from the usual list while its tickets are still valid: then it is asked for. */
async function readSessions(
  api: BilletwebApi,
  eventId: string,
  inUse: ReadonlySet<string>,
): Promise<readonly BilletwebSession[]> {
  const listed = await api.listSessions(eventId);
  const listedIds = new Set(listed.map((session) => session.id));
  if ([...inUse].every((id) => listedIds.has(id))) return listed;
  const all = await api.listSessions(eventId, { disabled: true });
  return [...listed, ...all.filter(({ id }) => inUse.has(id) && !listedIds.has(id))];
}
