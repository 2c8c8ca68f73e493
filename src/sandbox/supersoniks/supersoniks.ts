import { json, type Reply, type SandboxRequest } from '../http/exchange';
import { type TicketingSandbox } from '../http/ticketing-sandbox';
import { type LedgerLine, type Season } from '../season/model';
import { findAccount, findAccountOfDomain, listAccounts, type SupersoniksAccount } from './accounts';
import { type Brand } from './brands';
import { encodeShow, type EncodedStatement } from './encode';
import { toClosingLedger } from './ledger';
import { encodeGoods } from './shop';

export type SupersoniksOptions = {
  readonly brand: Brand;
  readonly now: () => Date;
  readonly reference: Date;
};

const list = '/api/v2/statement/closing';

/**
 * The closing statements of Supersoniks and SoTicket: `GET /api/v2/statement/closing` and `…/{event id}`, a bearer key that starts
 * with `ey`, dates in unix seconds, closed statements only unless `bypass_closed=true`, an envelope that may say no with status 200.
 */
export function createSupersoniks({ brand, now, reference }: SupersoniksOptions): TicketingSandbox {
  const seasons = new Map<string, Season>();

  function openSeason(account: SupersoniksAccount): Season {
    const season = seasons.get(account.domain) ?? account.createSeason({ reference });
    seasons.set(account.domain, season);
    return season;
  }

  function findSeason(domain: string): Season | null {
    const account = findAccountOfDomain(brand, domain);
    return account ? openSeason(account) : null;
  }

  function listStatements(account: SupersoniksAccount): readonly EncodedStatement[] {
    const shows = openSeason(account).shows.flatMap((show) =>
      encodeShow(show, now()).flatMap(
        (statement, index) => account.distort?.(show.title, statement, index) ?? [statement],
      ),
    );
    return account.hasShop ? [...shows, ...encodeGoods(reference)] : shows;
  }

  function handle(request: SandboxRequest): Reply {
    if (request.method !== 'GET' || !request.path.startsWith(list)) return refuse(404, 'Route not found');
    const account = readAccount(brand, request);
    if (account === null) return refuse(403, 'Bearer token expired/invalid');
    if (account.isRefused) return refuse(403, 'Permission denied on statements');
    const [, id] = /^\/(\d+)$/.exec(request.path.slice(list.length)) ?? [];
    if (id !== undefined) {
      const statement = listStatements(account).find(({ session }) => String(session.id) === id);
      return statement ? answer([statement]) : refuse(404, 'Statement not found');
    }
    if (request.path !== list) return refuse(404, 'Route not found');
    const from = readSeconds(request.query.get('from'));
    const to = readSeconds(request.query.get('to'));
    if (from === null) return refuse(400, 'Missing date from');
    if (to === null) return refuse(400, 'Missing date to');
    const isOpenToo = request.query.get('bypass_closed') === 'true';
    return answer(
      listStatements(account).filter(
        (statement) => isInWindow(statement, from, to) && (isOpenToo || isClosed(statement)),
      ),
    );
  }

  return {
    name: brand.name,
    title: brand.title,
    keys: [
      ...listAccounts(brand).map(({ domain, key, purpose }) => ({ accessKey: domain, secretKey: key, purpose })),
      {
        accessKey: `billetterie-N.${brand.site}`,
        secretKey: 'ey-key-N',
        purpose: 'une saison propre au nombre N',
      },
    ],
    handle,
    toSubject: (request) => readAccount(brand, request)?.domain ?? '',
    refuseForNow(retryAfterSeconds) {
      const headers = retryAfterSeconds === null ? undefined : { 'retry-after': String(retryAfterSeconds) };
      return refuse(429, 'Too many requests', headers);
    },
    reset: () => seasons.clear(),
    season: findSeason,
    ledger(domain): readonly LedgerLine[] {
      const account = findAccountOfDomain(brand, domain);
      return account ? toClosingLedger(openSeason(account), account) : [];
    },
  };
}

function readAccount(brand: Brand, request: SandboxRequest): SupersoniksAccount | null {
  const key = /^Bearer (ey\S+)$/.exec(request.headers.authorization ?? '')?.[1];
  return key === undefined ? null : findAccount(brand, key);
}

/** Unix seconds; null when absent or written otherwise. */
function readSeconds(value: string | null): number | null {
  return value !== null && /^\d{1,10}$/.test(value) ? Number(value) : null;
}

/** Compared with the date of the event. One without date cannot be compared: it is always told. */
function isInWindow({ session }: EncodedStatement, from: number, to: number): boolean {
  const start = Number(session.start_date);
  return start === 0 || (start >= from && start <= to);
}

function isClosed(statement: EncodedStatement): boolean {
  return Number(statement.closing_date) > 0;
}

function answer(data: readonly EncodedStatement[]): Reply {
  return json({ data, messages: [], success: true, total: data.length });
}

function refuse(status: number, content: string, headers: Readonly<Record<string, string>> = {}): Reply {
  const messages = [{ content, status: String(status), type: 'error' }];
  return json({ data: [], messages, success: false, total: 0 }, status, headers);
}
