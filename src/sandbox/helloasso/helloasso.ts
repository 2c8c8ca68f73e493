import { json, type Reply, type SandboxRequest } from '../http/exchange';
import { type TicketingSandbox } from '../http/ticketing-sandbox';
import { toLedger } from '../season/ledger';
import { type Season } from '../season/model';
import { findAccount, helloassoAccounts, type HelloassoAccount } from './accounts';
import { encodeOrganization } from './encode';
import {
  answerForms,
  answerItems,
  answerOneForm,
  answerOneItem,
  answerOneOrder,
  answerOrders,
  notFound,
  type ListedWorld,
} from './lists';
import { BadParameter } from './page';
import { createSales, type Sales } from './sales';
import { createTokenDesk } from './tokens';

export type HelloassoOptions = {
  readonly now: () => Date;
  readonly reference: Date;
};

type Opened = { readonly season: Season; readonly sales: Sales };

/**
 * HelloAsso's API v5 (https://dev.helloasso.com): OAuth2 tokens of 30 minutes, rationed, then pages of everything an association
 * sold, all forms together. One form of type Event is one performance.
 */
export function createHelloasso({ now, reference }: HelloassoOptions): TicketingSandbox {
  const desk = createTokenDesk(now);
  const opened = new Map<string, Opened>();

  function open(account: HelloassoAccount): Opened {
    const known = opened.get(account.clientId);
    if (known) return known;
    const season = account.createSeason({ reference });
    const fresh = { season, sales: createSales(season) };
    opened.set(account.clientId, fresh);
    return fresh;
  }

  function handle(request: SandboxRequest): Reply {
    if (request.path === '/oauth2/token') return desk.answer(request);
    if (!request.path.startsWith('/v5/')) return notFound();
    const account = desk.authenticate(request);
    if (!account) return json({ message: 'Unauthorized' }, 401, { 'www-authenticate': 'Bearer error="invalid_token"' });
    if (request.method !== 'GET') return json({ message: 'Method Not Allowed' }, 405);
    if (account.isLimited) return forbid();
    try {
      return answer(account, request);
    } catch (error) {
      if (!(error instanceof BadParameter)) throw error;
      const { parameter, message } = error;
      return json({ errors: [{ code: 'ArgumentInvalid', message: `${parameter} ${message}` }] }, 400);
    }
  }

  function answer(account: HelloassoAccount, { path, query }: SandboxRequest): Reply {
    if (path === '/v5/users/me/organizations') return json(account.organizations.map(encodeOrganization));
    const one = /^\/v5\/(orders|items)\/(\d+)$/.exec(path);
    const [organization] = account.organizations;
    if (one && organization) {
      const world = toWorld(account, organization);
      return one[1] === 'orders' ? answerOneOrder(world, one[2] ?? '') : answerOneItem(world, one[2] ?? '');
    }
    const [, slug, list = ''] = /^\/v5\/organizations\/([^/]+)\/(.+)$/.exec(path) ?? [];
    if (slug === undefined) return notFound();
    const asked = account.organizations.find((candidate) => candidate.slug === decodeURIComponent(slug));
    return asked ? answerList(toWorld(account, asked), list, query) : forbid();
  }

  function toWorld(account: HelloassoAccount, organization: ListedWorld['organization']): ListedWorld {
    return { organization, ...open(account), isOdd: account.isOdd === true };
  }

  return {
    name: 'helloasso',
    title: 'HelloAsso',
    keys: [
      ...helloassoAccounts.map(({ clientId, clientSecret, purpose }) => {
        return { accessKey: clientId, secretKey: clientSecret, purpose };
      }),
      { accessKey: 'client-N', secretKey: 'key-N', purpose: 'une saison propre au nombre N' },
    ],
    handle,
    toSubject: desk.identify,
    refuseForNow,
    reset() {
      desk.reset();
      opened.clear();
    },
    season(clientId) {
      const account = findAccount(clientId);
      if (!account) return null;
      const { season, sales } = open(account);
      sales.forget();
      return season;
    },
    ledger(clientId) {
      const account = findAccount(clientId);
      return account ? toLedger(open(account).season) : [];
    },
  };
}

function answerList(world: ListedWorld, list: string, query: URLSearchParams): Reply {
  if (list === 'items') return answerItems(world, query, null);
  if (list === 'orders') return answerOrders(world, query, null);
  if (list === 'forms') return answerForms(world, query);
  const [, slug = '', detail = ''] = /^forms\/Event\/([^/]+)\/(public|items|orders)$/.exec(list) ?? [];
  const show = world.season.shows.find(({ id }) => id === decodeURIComponent(slug));
  if (!show) return notFound();
  if (detail === 'public') return answerOneForm(world, show);
  return detail === 'items' ? answerItems(world, query, show.id) : answerOrders(world, query, show.id);
}

function forbid(): Reply {
  return json({ errors: [{ code: 'Forbidden', message: 'You do not have access to this resource' }] }, 403);
}

function refuseForNow(retryAfterSeconds: number | null): Reply {
  const headers = retryAfterSeconds === null ? undefined : { 'retry-after': String(retryAfterSeconds) };
  return json({ message: 'Too many requests' }, 429, headers);
}
