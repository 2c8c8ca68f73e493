import type { Connector, ConnectorContext, ConnectorEvent, SynchronizeOptions } from '../connector';
import { isFirstSynchronization } from '../first-synchronization';
import { connectionTestPolicy, synchronizationPolicy } from '../http';
import { mapConcurrently } from '../map-concurrently';
import { warnOfNothingFound, warnOfSkippedSeries } from '../warnings';
import { withDeadline } from '../with-deadline';
import { createApi, type HelloassoApi } from './api';
import { deduceRates } from './deduce-rates';
import { descriptor } from './descriptor';
import { startOfPages } from './pages';
import { createSession } from './session';
import type { FormTally } from './tally';
import { findObstacle, listUnknownRates, toSeries, warnOfUnknownStates } from './transform';
import { countEverything, countForm, findChangedForms, type Walk } from './walk';
import { AppError } from '@/domain/errors';

const connectionTestMilliseconds = 10_000;

export const helloasso: Connector = {
  descriptor,
  vendorBaseUrl: () => 'https://api.helloasso.com',

  /** A token, and the association that it opens: exactly one. */
  async testConnection(context) {
    requireClientId(context);
    return withDeadline(context, connectionTestMilliseconds, async (bounded) => {
      const session = createSession(bounded, connectionTestPolicy);
      const { slug, name } = await createApi(bounded, connectionTestPolicy, session).findOrganization();
      return { account: slug, label: name };
    });
  },

  synchronize,
};

/** A form to deliver. Its tickets were counted already, or are to be. */
type ToRead = { readonly form: string; readonly tally: FormTally | null };

/**
 * First: every page of the association's tickets, then each form that changed. Later: the pages of the changes alone, one when there
 * are none; then each changed form and its own pages.
 */
async function* synchronize(context: ConnectorContext, options: SynchronizeOptions): AsyncGenerator<ConnectorEvent> {
  requireClientId(context);
  const session = createSession(context, synchronizationPolicy);
  const api = createApi(context, synchronizationPolicy, session);
  const { slug: organization } = await api.findOrganization();
  const target = { organization, since: options.since };
  const isFirst = isFirstSynchronization(options.since, context.now());
  const changed: ToRead[] = [];
  if (isFirst) {
    const walk: Walk = { position: startOfPages, forms: new Map() };
    for await (const step of countEverything(api, target, options.checkpoint ?? null, walk)) {
      yield { type: 'checkpoint', ...step };
    }
    for (const [form, tally] of walk.forms) if (tally.isChanged) changed.push({ form, tally });
  } else {
    for (const form of await findChangedForms(api, target)) changed.push({ form, tally: null });
  }

  const toRead = changed.filter(({ form }) => !options.skipSeriesIds?.has(form));
  yield { type: 'total', series: toRead.length };
  if (isFirst && changed.length === 0) yield { type: 'warning', warning: warnOfNothingFound(descriptor.label) };
  const read = (item: ToRead, signal: AbortSignal): Promise<readonly ConnectorEvent[]> =>
    readForm(createApi({ ...context, signal }, synchronizationPolicy, session), organization, item);
  for await (const events of mapConcurrently(toRead, descriptor.quota.concurrency, context.signal, read)) {
    for (const event of events) yield event;
  }
}

async function readForm(
  api: HelloassoApi,
  organization: string,
  { form: slug, tally: counted }: ToRead,
): Promise<readonly ConnectorEvent[]> {
  const form = await api.findForm(organization, slug);
  if (!form) return [{ type: 'warning', warning: warnOfSkippedSeries('series-deleted', slug) }];
  const obstacle = findObstacle(form);
  if (obstacle) return [{ type: 'warning', warning: obstacle }];
  const tally = counted ?? (await countForm(api, organization, slug));
  const unknown = tally.hasImpossibleAmount ? [] : listUnknownRates(form, tally);
  const deduced =
    unknown.length === 0
      ? undefined
      : await deduceRates(unknown, (token) => api.listOrdersOfForm(organization, slug, token));
  const doubt = warnOfUnknownStates(form, tally);
  return [toSeries(form, tally, deduced), ...(doubt ? [{ type: 'warning' as const, warning: doubt }] : [])];
}

function requireClientId({ credentials }: ConnectorContext): void {
  if (!credentials.accessKey?.trim()) throw new AppError('invalid-credentials', 'the client id is missing');
}
