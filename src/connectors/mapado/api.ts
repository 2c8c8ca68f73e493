import { z } from 'zod';
import type { ConnectorContext } from '../connector';
import { createHttpClient, type HttpPolicy, type VendorVerdict } from '../http';
import { firstPage, readPages, toPageKey, type Page, type PageKey, type PagingProgress } from './paging';
import {
  changeSchema,
  collectionSchema,
  eventDateOwnerSchema,
  eventDateSchema,
  oauthErrorSchema,
  ownerSchema,
  ticketingSchema,
  ticketSchema,
  type MapadoChange,
  type MapadoEventDate,
  type MapadoTicket,
  type MapadoTicketing,
} from './schema';
import { AppError } from '@/domain/errors';

const rateLimitPauseSeconds = 30;
/** 10,000 tickets a page worked in production, 35,000 broke the server. */
const ticketsPerPage = 10_000;
/** What is asked when a first page proves too much. Later pages keep their size, or rows would be lost between them. */
const lightPage = 1_000;
/** A date comes with all its tariffs. */
const datesPerPage = 1_000;
/** 500 short identifiers were accepted in one address; fewer leave room for longer ones. */
const idsPerRequest = 200;

type Row = { readonly id: string };
type Asked = { readonly path: string; readonly fields: string; readonly itemsPerPage: number };
type Filter = { readonly name: '@id' | 'ticketing'; readonly ids: readonly string[] };

export type MapadoApi = {
  /** The least that needs the right to read tickets. */
  checkRights(now: Date): Promise<void>;
  /** Number of the user who owns the token, the same when the token is renewed; null when Mapado does not tell it to this token. */
  findOwner(): Promise<string | null>;
  /** Tickets of the whole account changed since then, whatever became of them, page by page, from `start` on. */
  walkChanges(
    since: Date,
    start?: PagingProgress,
  ): AsyncGenerator<{ readonly rows: readonly MapadoChange[]; readonly progress: PagingProgress }>;
  /** The shows of these dates; a date that is no longer there is left out. */
  findOwners(dateIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  listTicketings(ids: readonly string[]): Promise<readonly MapadoTicketing[]>;
  /** Dates of these shows (`ticketing`), or these very dates (`@id`), with their tariffs. */
  listEventDates(filter: Filter): Promise<readonly MapadoEventDate[]>;
  /** Tickets of these shows, page by page, each ticket once. */
  readTickets(ticketingIds: readonly string[]): AsyncGenerator<readonly MapadoTicket[]>;
};

/** Mapado's three lists, and who owns the token. Lists of identifiers are cut in pieces, and in halves while Mapado finds them too long. */
export function createApi(context: ConnectorContext, policy: HttpPolicy): MapadoApi {
  const headers = { authorization: `Bearer ${readToken(context)}` };
  const client = createHttpClient(context, { policy, headers, rateLimitPauseSeconds, judge });

  async function askPage<Output extends Row>(
    asked: Asked,
    row: z.ZodType<Output>,
    filters: Readonly<Record<string, string>>,
    key: PageKey,
  ): Promise<Page<Output>> {
    const { path } = asked;
    const own = toQuery(asked, filters);
    let lighter: PageKey = {};
    const otherwise = (error: AppError) => {
      if (!isFirst(key) || asked.itemsPerPage <= lightPage || !isTooMuch(error)) return null;
      lighter = { itemsPerPage: String(lightPage) };
      return { ...own, ...lighter };
    };
    const json = await client.requestJson({ path, query: { ...own, ...key }, otherwise });
    const { next, ...page } = readPage(path, row, own, json);
    return { ...page, next: next && { ...lighter, ...next } };
  }

  async function* readByIds<Output extends Row>(
    asked: Asked,
    row: z.ZodType<Output>,
    { name, ids }: Filter,
  ): AsyncGenerator<readonly Output[]> {
    for (let at = 0; at < ids.length; at += idsPerRequest) {
      yield* readPiece(asked, row, { name, ids: ids.slice(at, at + idsPerRequest) });
    }
  }

  async function* readPiece<Output extends Row>(
    asked: Asked,
    row: z.ZodType<Output>,
    { name, ids }: Filter,
  ): AsyncGenerator<readonly Output[]> {
    let hasBegun = false;
    try {
      for await (const { rows } of readPages((key) => askPage(asked, row, { [name]: ids.join(',') }, key))) {
        hasBegun = true;
        yield rows;
      }
    } catch (error) {
      if (hasBegun || ids.length < 2 || !isTooLong(error)) throw error;
      const middle = Math.ceil(ids.length / 2);
      yield* readPiece(asked, row, { name, ids: ids.slice(0, middle) });
      yield* readPiece(asked, row, { name, ids: ids.slice(middle) });
    }
  }

  async function listByIds<Output extends Row>(
    asked: Asked,
    row: z.ZodType<Output>,
    filter: Filter,
  ): Promise<Output[]> {
    const found: Output[] = [];
    for await (const rows of readByIds(asked, row, filter)) found.push(...rows);
    return found;
  }

  /**
   * A ticket with the show of its date is too much for the servers on some accounts: as soon as that fails, the next attempts and the
   * next pages leave the show out, and the dates are looked up apart.
   */
  function createChangeReader(since: Date): (key: PageKey) => Promise<Page<MapadoChange>> {
    const path = '/v1/tickets';
    let fields = '@id,eventDate{ticketing}';
    const toOwn = () => toQuery({ path, fields, itemsPerPage: ticketsPerPage }, { updatedSince: since.toISOString() });
    const leaveShowsOut = (error: unknown): boolean => {
      const changes = isTooMuch(error) && fields !== '@id,eventDate';
      if (changes) fields = '@id,eventDate';
      return changes;
    };
    const ask = async (key: PageKey): Promise<Page<MapadoChange>> => {
      const otherwise = (error: AppError) => (leaveShowsOut(error) ? { ...toOwn(), ...key } : null);
      const json = await client.requestJson({ path, query: { ...toOwn(), ...key }, otherwise });
      return readPage(path, changeSchema, toOwn(), json);
    };
    return async (key) => {
      try {
        return await ask(key);
      } catch (error) {
        if (!leaveShowsOut(error)) throw error;
        return ask(key);
      }
    };
  }

  return {
    async checkRights(now) {
      const asked = { path: '/v1/tickets', fields: '@id', itemsPerPage: 1 };
      await askPage(asked, changeSchema, { updatedSince: now.toISOString() }, {});
    },
    async findOwner() {
      try {
        const json = await client.requestJson({ path: '/v1/me', query: { fields: '@id' } });
        return ownerSchema.safeParse(json).data?.['@id'] ?? null;
      } catch (error) {
        if (isRefusal(error)) return null;
        throw error;
      }
    },
    walkChanges: (since, start = firstPage) => readPages(createChangeReader(since), start),
    async findOwners(ids) {
      const asked = { path: '/v1/event_dates', fields: '@id,ticketing', itemsPerPage: datesPerPage };
      const dates = await listByIds(asked, eventDateOwnerSchema, { name: '@id', ids });
      return new Map(dates.flatMap(({ id, ticketing }) => (ticketing === null ? [] : [[id, ticketing] as const])));
    },
    listTicketings(ids) {
      const fields = '@id,title,type,currency,venue{countryCode}';
      const asked = { path: '/v1/ticketings', fields, itemsPerPage: idsPerRequest };
      return listByIds(asked, ticketingSchema, { name: '@id', ids });
    },
    listEventDates(filter) {
      const fields =
        '@id,ticketing,startDate,startOfEventDay,endDate,ticketPriceList{@id,facialValue,currency,tax{rate,countryCode}}';
      return listByIds({ path: '/v1/event_dates', fields, itemsPerPage: datesPerPage }, eventDateSchema, filter);
    },
    readTickets(ids) {
      const fields = '@id,status,facialValue,imported,ticketPrice,eventDate';
      const asked = { path: '/v1/tickets', fields, itemsPerPage: ticketsPerPage };
      return readByIds(asked, ticketSchema, { name: 'ticketing', ids });
    },
  };
}

function toQuery({ fields, itemsPerPage }: Asked, filters: Readonly<Record<string, string>>): Record<string, string> {
  return { user: 'me', fields, itemsPerPage: String(itemsPerPage), ...filters };
}

function readPage<Output extends Row>(
  path: string,
  row: z.ZodType<Output>,
  own: Readonly<Record<string, string>>,
  json: unknown,
): Page<Output> {
  const envelope = parse(collectionSchema, json, path);
  const link = envelope['hydra:nextPage'] ?? envelope['hydra:view']?.['hydra:next'] ?? null;
  return {
    rows: parse(z.array(row), envelope['hydra:member'], path),
    next: link === null ? null : toPageKey(link, own),
    total: toCount(envelope['hydra:totalItems']),
  };
}

/** Pasted with its prefix or its line end, it is the same. What no header can carry opens nothing. */
function readToken({ credentials }: ConnectorContext): string {
  const token = credentials.secretKey.trim().replace(/^Bearer\s+/i, '');
  if (!/^[\x21-\x7e]+$/.test(token)) throw new AppError('invalid-credentials', 'the token cannot be one');
  return token;
}

/** Says where an answer departs from its shape, and nothing of what it holds. */
function parse<Output>(schema: z.ZodType<Output>, json: unknown, path: string): Output {
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new AppError(
    'unexpected-answer',
    `${path}: ${issue?.code ?? 'unknown'} at ${issue?.path.join('.') || 'the root'}`,
  );
}

function toCount(total: number | string | null | undefined): number | null {
  const count = Number(total ?? NaN);
  return Number.isSafeInteger(count) && count >= 0 ? count : null;
}

/** An expired or mistyped token may come as OAuth's error, with a status of its own. */
function judge(json: unknown): VendorVerdict {
  const { data } = oauthErrorSchema.safeParse(json);
  if (data && /^invalid_(?:grant|token|client)$/.test(data.error))
    return new AppError('invalid-credentials', 'the token is not known');
  return null;
}

function toStatus(error: unknown): number {
  return error instanceof AppError ? Number(error.detail.status ?? 0) : 0;
}

function isTooLong(error: unknown): boolean {
  return [400, 413, 414, 431].includes(toStatus(error));
}

/** Refused as such, broken under the weight, or not done in time. A cut connection tells nothing of the request. */
function isTooMuch(error: unknown): boolean {
  const status = toStatus(error);
  return status === 400 || status >= 500 || (error instanceof AppError && error.detail.reason === 'timeout');
}

function isFirst(key: PageKey): boolean {
  return Object.keys(key).length === 0;
}

/** A definite no: the token has just read tickets. Trouble that passes must not change who the account is. */
function isRefusal(error: unknown): boolean {
  return error instanceof AppError && !['unavailable', 'rate-limited', 'invalid-address'].includes(error.code);
}
