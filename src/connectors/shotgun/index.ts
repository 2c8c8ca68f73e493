import type { Connector, ConnectorContext, ConnectorEvent, SynchronizeOptions } from '../connector';
import { isFirstSynchronization } from '../first-synchronization';
import { connectionTestPolicy, synchronizationPolicy } from '../http';
import { warnOfNothingFound } from '../warnings';
import { withDeadline } from '../with-deadline';
import { createApi, ticketsOrigin } from './api';
import { descriptor } from './descriptor';
import { findEvents } from './find-events';
import { toSeries } from './transform';
import { resumeWalk, startWalk, type WalkedEvent } from './walk-state';
import { walkTickets } from './walk-tickets';
import { AppError } from '@/domain/errors';

const connectionTestMilliseconds = 10_000;

export const shotgun: Connector = {
  descriptor,
  /** Of the tickets; the events have a host of their own, which `createApi` knows. */
  vendorBaseUrl: () => ticketsOrigin,

  /** Both services, since a token may open one of them only. Nothing was updated after now, so the answers are small. */
  async testConnection(context) {
    const account = readOrganizer(context);
    await withDeadline(context, connectionTestMilliseconds, async (bounded) => {
      const api = createApi(bounded, connectionTestPolicy);
      await api.listTickets({ after: context.now().toISOString() });
      await api.listEvents('upcoming', 0, 1);
    });
    return { account, label: `Organisateur Shotgun ${account}` };
  },

  synchronize,
};

/** One request when nothing changed; otherwise the pages of tickets (see `walkTickets`), then of events until all are named. */
async function* synchronize(context: ConnectorContext, options: SynchronizeOptions): AsyncGenerator<ConnectorEvent> {
  const { since, skipSeriesIds = new Set<string>(), checkpoint } = options;
  const isFirst = isFirstSynchronization(since, context.now());
  const start = { organizer: readOrganizer(context), since, startedAt: context.now(), isFirst };
  const api = createApi(context, synchronizationPolicy);
  const walk = (checkpoint ? resumeWalk(checkpoint, start) : null) ?? startWalk(start);
  yield* walkTickets(api, walk, skipSeriesIds);

  const changed = Object.entries(walk.events);
  const toDeliver = changed.filter(([id]) => !skipSeriesIds.has(id));
  const ids = new Set(toDeliver.map(([id]) => id));
  const known = await findEvents(api, ids, isAnyToCome(toDeliver, context.now()) ? 'upcoming' : 'past');
  yield { type: 'total', series: known.size };
  if (isFirst && changed.length === 0) yield { type: 'warning', warning: warnOfNothingFound(descriptor.label) };
  for (const [id, account] of toDeliver) {
    context.signal.throwIfAborted();
    yield* toSeries(id, account, known.get(id) ?? null);
  }
}

function isAnyToCome(events: readonly (readonly [string, WalkedEvent])[], now: Date): boolean {
  return events.some(([, { startAt, endAt }]) => (endAt ?? startAt ?? 0) >= now.getTime());
}

/** The number identifies the account for ever. */
function readOrganizer({ credentials }: ConnectorContext): string {
  const organizer = credentials.accessKey?.trim() ?? '';
  if (!/^\d{1,15}$/.test(organizer)) throw new AppError('invalid-credentials', 'the organizer is not a number');
  return organizer;
}
