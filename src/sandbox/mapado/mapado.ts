import { html, json, type Reply, type SandboxRequest } from '../http/exchange';
import { type TicketingSandbox } from '../http/ticketing-sandbox';
import { toLedger } from '../season/ledger';
import { type Season } from '../season/model';
import { findAccount, mapadoAccounts, type MapadoAccount } from './accounts';
import { collections, type Filters, type IdFilter } from './collections';
import { parseFields, project, UnknownProperty, type Fields } from './resource';

/** Page sizes: 10,000 tickets were served in production, 35,000 broke the server. */
const defaultItems = 30;
const mostItems = 10_000;
const longestList = 500;
const longestQuery = 4_096;

/** A request that the server refuses, in its own words. */
class Refused extends Error {
  constructor(readonly reply: Reply) {
    super('refused');
  }
}

/**
 * Mapado's ticketing API (https://ticketing.mapado.net/doc.html), read only: a Bearer token, chosen `fields` with braces, Hydra
 * collections in numbered pages (newest tickets first, so that pages shift while tickets are sold), no quota.
 */
export function createMapado({ reference }: { readonly reference: Date }): TicketingSandbox {
  const seasons = new Map<number, Season>();

  function openSeason(account: MapadoAccount): Season {
    const season = seasons.get(account.user) ?? account.createSeason({ reference });
    seasons.set(account.user, season);
    return season;
  }

  function handle(request: SandboxRequest): Reply {
    try {
      return json(answer(request));
    } catch (error) {
      if (error instanceof Refused) return error.reply;
      if (error instanceof UnknownProperty) return hydraError(error.message, 400);
      throw error;
    }
  }

  function answer(request: SandboxRequest): unknown {
    const account = openAccount(request);
    const [, collection = '', id] = /^\/v1\/([a-z_]+)(?:\/(\d+))?$/.exec(request.path) ?? [];
    if (request.method !== 'GET') throw new Refused(hydraError('Method Not Allowed', 405));
    if (request.query.toString().length > longestQuery)
      throw new Refused(html('<html><h1>414 Request-URI Too Large</h1></html>', 414));
    const fields = readFields(request.query);
    if (collection === 'me') return answerMe(account, fields);
    if (account.isLimited) throw new Refused(hydraError('Access Denied.', 403));
    const known = collections[collection];
    if (!known) throw new Refused(hydraError('Not Found', 404));
    if (id !== undefined) return answerOne(account, collection, id, fields);
    return answerList(account, collection, request.query, fields);
  }

  function answerMe(account: MapadoAccount, fields: Fields): unknown {
    if (account.isAnonymous) throw new Refused(hydraError('Access Denied.', 403));
    return project({ '@id': `/v1/users/${account.user}`, '@type': 'User', email: 'lecture@lucioles.test' }, fields);
  }

  function answerOne(account: MapadoAccount, collection: string, id: string, fields: Fields): unknown {
    const filters = readFilters(new URLSearchParams({ '@id': id }));
    const found = collections[collection]?.list(
      openSeason(account),
      filters,
      { offset: 0, size: 1 },
      account.distortion,
    );
    const [row] = found?.rows ?? [];
    if (!row) throw new Refused(hydraError('Not Found', 404));
    return project(row, fields);
  }

  function answerList(account: MapadoAccount, collection: string, query: URLSearchParams, fields: Fields): unknown {
    checkQuery(collection, query);
    if (account.refusesJoins && collection === 'tickets' && fields.get('eventDate'))
      throw new Refused(html('<html><h1>504 Gateway Time-out</h1></html>', 504));
    const page = readInteger(query, 'page', 1);
    const asked = readInteger(query, 'itemsPerPage', defaultItems);
    if (asked > mostItems) throw new Refused(html('<html><h1>502 Bad Gateway</h1></html>', 502));
    const size = Math.min(asked, account.maxItems);
    const slice = { offset: (page - 1) * size, size };
    const found = collections[collection]?.list(openSeason(account), readFilters(query), slice, account.distortion);
    const { total, rows } = found ?? { total: 0, rows: [] };
    return {
      '@context': `/v1/contexts/${collection}`,
      '@id': `/v1/${collection}`,
      '@type': account.nextStyle === 'nextPage' ? 'hydra:PagedCollection' : 'hydra:Collection',
      'hydra:member': rows.map((row) => project(row, fields)),
      ...(account.hidesTotal ? {} : { 'hydra:totalItems': total }),
      ...toLinks(account, `/v1/${collection}`, query, page * size < total ? page + 1 : null),
    };
  }

  return {
    name: 'mapado',
    title: 'Mapado',
    keys: [
      ...mapadoAccounts.map(({ token, purpose }) => ({ accessKey: null, secretKey: token, purpose })),
      { accessKey: null, secretKey: 'key-mapado-N', purpose: 'une saison propre au nombre N' },
    ],
    handle,
    toSubject: (request) => readToken(request) ?? '',
    refuseForNow: (retryAfterSeconds) =>
      hydraError(
        'Too Many Requests',
        429,
        retryAfterSeconds === null ? {} : { 'retry-after': String(retryAfterSeconds) },
      ),
    reset: () => seasons.clear(),
    season(token) {
      const account = findAccount(token);
      return account ? openSeason(account) : null;
    },
    ledger(token) {
      const account = findAccount(token);
      return account ? toLedger(openSeason(account)) : [];
    },
  };
}

function readToken({ headers }: SandboxRequest): string | null {
  return /^Bearer (\S+)$/.exec(headers.authorization ?? '')?.[1] ?? null;
}

function openAccount(request: SandboxRequest): MapadoAccount {
  const token = readToken(request);
  if (token === null)
    throw new Refused(json({ error: 'access_denied', error_description: 'OAuth2 authentication required' }, 401));
  const account = findAccount(token);
  if (!account)
    throw new Refused(
      json({ error: 'invalid_grant', error_description: 'The access token provided is invalid.' }, 401),
    );
  return account;
}

/** Without `fields` an answer holds identifiers only. */
function readFields(query: URLSearchParams): Fields {
  const text = query.get('fields');
  const fields = text === null ? new Map<string, null>() : parseFields(text);
  if (!fields) throw new Refused(hydraError('The "fields" parameter cannot be read', 400));
  return fields;
}

function checkQuery(collection: string, query: URLSearchParams): void {
  const known = ['fields', 'page', 'itemsPerPage', ...(collections[collection]?.filters ?? [])];
  for (const name of new Set(query.keys())) {
    if (!known.includes(name)) throw new Refused(hydraError(`Unknown parameter "${name}"`, 400));
    if (query.getAll(name).length > 1) throw new Refused(hydraError(`Parameter "${name}" is given twice`, 400));
  }
  if (query.get('user') !== 'me') throw new Refused(hydraError('A "user" or "contract" filter is required', 400));
}

function readInteger(query: URLSearchParams, name: string, otherwise: number): number {
  const text = query.get(name) ?? String(otherwise);
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new Refused(hydraError(`"${name}" must be a positive integer`, 400));
  return Number(text);
}

function readFilters(query: URLSearchParams): Filters {
  return {
    ids: readIds(query, '@id'),
    ticketings: readIds(query, 'ticketing'),
    eventDates: readIds(query, 'eventDate'),
    statuses: readIds(query, 'status'),
    types: readIds(query, 'type'),
    updatedSince: readInstant(query.get('updatedSince')),
  };
}

/** Long or short identifiers, separated by commas. */
function readIds(query: URLSearchParams, name: string): IdFilter {
  const text = query.get(name);
  if (text === null) return null;
  const ids = text.split(',').map((id) => id.trim().replace(/^\/v1\/[a-z_]+\//, ''));
  if (ids.length > longestList) throw new Refused(hydraError(`Too many values for "${name}"`, 400));
  if (ids.some((id) => !/^\w+$/.test(id))) throw new Refused(hydraError(`Invalid value for "${name}"`, 400));
  return new Set(ids);
}

function readInstant(text: string | null): Date | null {
  if (text === null) return null;
  const instant = new Date(text);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(text) || Number.isNaN(instant.getTime()))
    throw new Refused(hydraError('"updatedSince" must be an ISO 8601 date', 400));
  return instant;
}

/** Paths relative to the host, in one style or the other; nothing on the last page. */
function toLinks(account: MapadoAccount, path: string, query: URLSearchParams, next: number | null): object {
  if (next === null) return {};
  const params = new URLSearchParams(query);
  params.set('page', String(next));
  const link = `${path}?${params}`;
  if (account.nextStyle === 'nextPage') return { 'hydra:nextPage': link };
  const id = `${path}?${query}`;
  return { 'hydra:view': { '@id': id, '@type': 'hydra:PartialCollectionView', 'hydra:next': link } };
}

function hydraError(description: string, status: number, headers: Readonly<Record<string, string>> = {}): Reply {
  const body = {
    '@context': '/v1/contexts/Error',
    '@type': 'hydra:Error',
    'hydra:title': 'An error occurred',
    'hydra:description': description,
  };
  return json(body, status, headers);
}
