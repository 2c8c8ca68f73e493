import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { addYears } from 'date-fns/addYears';
import { startOfDay } from 'date-fns/startOfDay';
import type {
  Connector,
  ConnectorContext,
  ConnectorDescriptor,
  ConnectorEvent,
  SynchronizeOptions,
} from '../connector';
import { isFirstSynchronization, toFirstSince } from '../first-synchronization';
import { connectionTestPolicy, synchronizationPolicy, type HttpPolicy } from '../http';
import { warnOfNothingFound } from '../warnings';
import { withDeadline } from '../with-deadline';
import { createApi, type DateWindow } from './api';
import { parseDomain, toIdPrefix } from './parse-domain';
import { toSeries, toShows } from './transform';

const connectionTestMilliseconds = 10_000;
/** The whole account comes at once: large customers wait for it. */
const policy: HttpPolicy = { ...synchronizationPolicy, timeoutMilliseconds: 60_000 };

/**
 * A brand of the software: one request tells everything, there is no «changed since». The domain is required, checked, and stands
 * before every identifier even when `…_API_BASE_URL` leads elsewhere.
 */
export function createConnector(descriptor: ConnectorDescriptor): Connector {
  return {
    descriptor,
    vendorBaseUrl: ({ accessKey }) => `https://${parseDomain(accessKey)}`,

    /** Nothing is on sale two years from now: the key is tried, and the answer is empty. */
    async testConnection(context) {
      const account = parseDomain(context.credentials.accessKey);
      const from = addYears(toParisDay(context.now()), 2);
      await withDeadline(context, connectionTestMilliseconds, (bounded) =>
        createApi(bounded, connectionTestPolicy).listStatements({ from, to: addDays(from, 1) }),
      );
      return { account, label: `Compte ${descriptor.label} ${account}` };
    },

    synchronize: (context, options) => synchronize(descriptor, context, options),
  };
}

async function* synchronize(
  descriptor: ConnectorDescriptor,
  context: ConnectorContext,
  { since, skipSeriesIds }: SynchronizeOptions,
): AsyncGenerator<ConnectorEvent> {
  const prefix = toIdPrefix(parseDomain(context.credentials.accessKey));
  const window = toWindow(since, context.now());
  const statements = await createApi(context, policy).listStatements(window);
  const shows = toShows(statements, prefix);
  const toRead = shows.filter(({ id }) => !skipSeriesIds?.has(id));

  yield { type: 'total', series: toRead.length };
  if (shows.length === 0 && isFirstSynchronization(since, context.now())) {
    yield { type: 'warning', warning: warnOfNothingFound(descriptor.label) };
  }
  for (const show of toRead) {
    context.signal.throwIfAborted();
    yield* toSeries(show, window.from);
  }
  if (shows.length > 0) {
    const [completeFrom = '', completeBefore = ''] = [window.from, window.to].map((day) => new Date(day).toISOString());
    yield { type: 'inventory', seriesIds: shows.map(({ id }) => id), completeFrom, completeBefore };
  }
}

/**
 * 13 months back (or further, if nothing worked for longer) and a year ahead, whatever changed: a sale leaves no trace in dates. Whole
 * days of Paris, so that two runs of a day ask for the same.
 */
function toWindow(since: Date, now: Date): DateWindow {
  const from = toParisDay(new Date(Math.min(toFirstSince(now).getTime(), since.getTime())));
  return { from, to: addDays(addYears(toParisDay(now), 1), 1) };
}

function toParisDay(instant: Date): TZDate {
  return startOfDay(new TZDate(instant, 'Europe/Paris'));
}
