import { json, type Reply, type SandboxRequest } from '../http/exchange';
import { type TicketingSandbox } from '../http/ticketing-sandbox';
import { toLedger } from '../season/ledger';
import { type Season } from '../season/model';
import { billetwebAccounts, findAccount, findAccountOfUser, type BilletwebAccount } from './accounts';
import { answerAccountAttendees, answerEventList, answerOneEvent } from './lists';

export type BilletwebOptions = {
  readonly now: () => Date;
  readonly reference: Date;
};

const quotaPerMinute = 100;

/**
 * Billetweb's read-only API (https://www.billetweb.fr/bo/api.php): bare lists without pages, errors as objects that may
 * come with status 200, 100 requests in any minute per account, keys by header or by parameters.
 */
export function createBilletweb({ now, reference }: BilletwebOptions): TicketingSandbox {
  const seasons = new Map<string, Season>();
  const hits = new Map<string, number[]>();

  function openSeason(account: BilletwebAccount): Season {
    const season = seasons.get(account.user) ?? account.createSeason({ reference });
    seasons.set(account.user, season);
    return season;
  }

  function findSeason(user: string): Season | null {
    const account = findAccountOfUser(user);
    return account ? openSeason(account) : null;
  }

  function isOverQuota(account: BilletwebAccount): boolean {
    const time = now().getTime();
    const recent = (hits.get(account.user) ?? []).filter((at) => at > time - 60_000);
    if (recent.length < quotaPerMinute) recent.push(time);
    else return account.hasNoQuota !== true;
    hits.set(account.user, recent);
    return false;
  }

  function handle(request: SandboxRequest): Reply {
    if (request.method !== 'GET' || !request.path.startsWith('/api/')) return json({ error: 'not_found' }, 404);
    const credentials = readCredentials(request);
    if (!credentials) return refuse('You must provide your user, your key and the version');
    const account = findAccount(credentials.user, credentials.key);
    if (!account) return refuse('Wrong user or key');
    if (isOverQuota(account)) return refuseForNow(null);
    const path = request.path.slice('/api'.length);
    const season = openSeason(account);
    const world = { season, distort: account.distort, now: now() };
    if (path === '/events' || path === '/attendees') {
      if (account.isLimited) return refuse('This key has limited rights to specific events');
      return json(
        path === '/events' ? answerEventList(world, request.query) : answerAccountAttendees(world, request.query),
      );
    }
    const [, eventId = '', list = ''] = /^\/event\/([^/]+)\/(dates|tickets|attendees)$/.exec(path) ?? [];
    const rows = answerOneEvent(world, decodeURIComponent(eventId), list, request.query);
    return rows ? json(rows) : json({ error: 'not_found', description: 'Unknown event' }, 404);
  }

  return {
    name: 'billetweb',
    title: 'Billetweb',
    keys: [
      ...billetwebAccounts.map(({ user, key, purpose }) => ({ accessKey: user, secretKey: key, purpose })),
      { accessKey: 'user-N', secretKey: 'key-N', purpose: 'une saison propre au nombre N' },
    ],
    handle,
    toSubject: (request) => readCredentials(request)?.user ?? '',
    refuseForNow,
    reset() {
      hits.clear();
      seasons.clear();
    },
    season: findSeason,
    ledger(user) {
      const season = findSeason(user);
      return season ? toLedger(season) : [];
    },
  };
}

/** The header, or the three parameters. The version only exists among the parameters. */
function readCredentials(request: SandboxRequest): { user: string; key: string } | null {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (basic !== undefined) {
    const [user = '', ...key] = Buffer.from(basic, 'base64').toString('utf8').split(':');
    return { user, key: key.join(':') };
  }
  const user = request.query.get('user');
  const key = request.query.get('key');
  return user !== null && key !== null && request.query.get('version') === '1' ? { user, key } : null;
}

/** With status 200, as seen in production: the client must look at the shape. */
function refuse(description: string): Reply {
  return json({ error: 'unauthorized', description });
}

function refuseForNow(retryAfterSeconds: number | null): Reply {
  const headers = retryAfterSeconds === null ? undefined : { 'retry-after': String(retryAfterSeconds) };
  const description = 'You exceed the global rate limiter : 100 hits per minute';
  return json({ error: 'rate_limiting', description }, 429, headers);
}
