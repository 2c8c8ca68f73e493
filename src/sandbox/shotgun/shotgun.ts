import { json, type Reply, type SandboxRequest } from '../http/exchange';
import { type TicketingSandbox } from '../http/ticketing-sandbox';
import { toLedger } from '../season/ledger';
import { type Season } from '../season/model';
import { findAccount, findAccountOfOrganizer, shotgunAccounts, type ShotgunAccount } from './accounts';
import { answerEvents } from './answer-events';
import { answerTickets } from './answer-tickets';
import { createBenchLedger, createBenchListing } from './bench-account';
import { createSeasonListing, type Listing } from './listing';

export type ShotgunOptions = {
  readonly now: () => Date;
  readonly reference: Date;
};

const quotaPerMinute = 100;

/**
 * Shotgun's two services under one origin: tickets (api.shotgun.live) with the token in a header or in the address, events
 * (smartboard-api.shotgun.live) with the token in the address only. 100 requests in any minute for all accounts together: the
 * quota is that of an IP address, and every test has the same one.
 */
export function createShotgun({ now, reference }: ShotgunOptions): TicketingSandbox {
  const seasons = new Map<string, Season>();
  const listings = new Map<string, () => Listing>();
  let hits: number[] = [];

  function openSeason({ organizer, createSeason }: ShotgunAccount): Season | null {
    const season = seasons.get(organizer) ?? createSeason?.({ reference }) ?? null;
    if (season) seasons.set(organizer, season);
    return season;
  }

  function openListing(account: ShotgunAccount): Listing {
    const season = openSeason(account);
    const open =
      listings.get(account.organizer) ??
      (season ? createSeasonListing(season, account.isOdd === true) : createBenchOpener(reference));
    listings.set(account.organizer, open);
    return open();
  }

  function findSeason(organizer: string): Season | null {
    const account = findAccountOfOrganizer(organizer);
    return account ? openSeason(account) : null;
  }

  function isOverQuota(): boolean {
    const time = now().getTime();
    hits = hits.filter((at) => at > time - 60_000);
    if (hits.length >= quotaPerMinute) return true;
    hits.push(time);
    return false;
  }

  function handle(request: SandboxRequest): Reply {
    const organizerOfEvents = toOrganizerOfEvents(request.path);
    const isTickets = request.path === '/tickets';
    if (request.method !== 'GET' || (!isTickets && organizerOfEvents === null))
      return json({ error: 'not_found', message: 'Not found' }, 404);
    const token = isTickets ? readTicketsToken(request) : (request.query.get('key') ?? request.query.get('token'));
    const account = findAccount(token ?? '');
    if (account?.hasNoQuota !== true && isOverQuota()) return refuseForNow(null);
    if (!account) return json({ error: 'unauthorized', message: 'Invalid token' }, 401);
    if (!isTickets && account.isOldToken && request.query.has('key'))
      return json({ error: 'unauthorized', message: 'Invalid key' }, 401);
    const organizer = isTickets ? request.query.get('organizer_id') : organizerOfEvents;
    if (!organizer) return json({ error: 'missing_parameter', message: 'organizer_id is required' }, 400);
    if (organizer !== account.organizer) return answerForOther(organizer, isTickets);
    const listing = openListing(account);
    return isTickets
      ? answerTickets(listing, request.query, account.token)
      : answerEvents(listing, request.query, now());
  }

  return {
    name: 'shotgun',
    title: 'Shotgun',
    keys: [
      ...shotgunAccounts.map(({ organizer, token, purpose }) => ({
        accessKey: organizer,
        secretKey: token,
        purpose,
      })),
      { accessKey: '9NNNNN', secretKey: 'key-9NNNNN', purpose: 'une saison propre à ce numéro' },
    ],
    handle,
    toSubject: ({ path, query }) => toOrganizerOfEvents(path) ?? query.get('organizer_id') ?? '',
    refuseForNow,
    reset() {
      hits = [];
      seasons.clear();
      listings.clear();
    },
    season: findSeason,
    ledger(organizer) {
      const account = findAccountOfOrganizer(organizer);
      const season = account && openSeason(account);
      if (season) return toLedger(season);
      return account ? createBenchLedger(reference) : [];
    },
  };
}

function createBenchOpener(reference: Date): () => Listing {
  const listing = createBenchListing(reference);
  return () => listing;
}

/** A known organiser's door stays shut; a number nobody has gives an empty success. */
function answerForOther(organizer: string, isTickets: boolean): Reply {
  if (findAccountOfOrganizer(organizer)) return json({ error: 'forbidden', message: 'Not your organizer' }, 403);
  return json(isTickets ? { params: { organizer_id: organizer }, pagination: {}, data: [] } : { data: [] });
}

function toOrganizerOfEvents(path: string): string | null {
  return /^\/api\/shotgun\/organizers\/([^/]+)\/events$/.exec(path)?.[1] ?? null;
}

function readTicketsToken({ headers, query }: SandboxRequest): string | null {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? query.get('token');
}

function refuseForNow(retryAfterSeconds: number | null): Reply {
  const headers = retryAfterSeconds === null ? undefined : { 'retry-after': String(retryAfterSeconds) };
  return json({ error: 'too_many_requests', message: 'Rate limit exceeded' }, 429, headers);
}
