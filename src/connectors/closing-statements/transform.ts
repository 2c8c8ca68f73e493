import type { ConnectorEvent, ConnectorWarning } from '../connector';
import { warnOfSkippedSeries } from '../warnings';
import type { ClosingStatement, PriceLine, RawValue } from './schema';
import { maxAmountCents, maxTickets } from '@/domain/declaration/bounds';
import { eurosToCents, sumCents } from '@/domain/money';
import { isFrenchRate, normalizeRateBp, toExcludingTaxes } from '@/domain/tax';
import { compareByStart, compareText, type RemotePerformance } from '@/domain/ticketing/model';

/** The sessions sold under one name: a multisession, or a session alone. */
export type ClosingShow = {
  readonly id: string;
  readonly name: string;
  /** Stands before the identifier of each session. */
  readonly prefix: string;
  readonly statements: readonly [ClosingStatement, ...ClosingStatement[]];
};

/** 100 000 € for one ticket: beyond it somebody typed a phone number in the price. */
const maxTicketCents = 10_000_000;
/** 1 January 2100 in unix seconds: a date beyond it was not written in seconds. */
const lastSecond = 4_102_444_800;
/** Sold beside the shows and no show themselves. */
const otherEntities: ReadonlySet<string> = new Set(['subscribe', 'giftcard', 'additionalProduct']);

type Skip = { readonly code: Parameters<typeof warnOfSkippedSeries>[0]; readonly precision?: string };
/** Thrown inside this file only: one unusable session makes the totals of its show wrong, so the show is left out, by name. */
class ShowSkipped extends Error {
  constructor(readonly skip: Skip) {
    super(skip.code);
  }
}

/**
 * Groups the statements by show, each session once, in the order of the answer. Subscriptions, gift cards and products are left out;
 * passes are sessions like others, which their owner may hide.
 */
export function toShows(statements: readonly ClosingStatement[], prefix: string): readonly ClosingShow[] {
  const sessions = new Map(statements.map((statement) => [statement.session.id, statement]));
  const kept = [...sessions.values()].filter(({ session }) => !otherEntities.has(session.entity_type));
  const groups = Map.groupBy(kept, ({ session }) => toShowId(session, prefix));
  return [...groups].flatMap(([id, group]) => {
    const [first, ...others] = group.sort(compareSessions);
    return first ? [{ id, name: toName(first.session), prefix, statements: [first, ...others] }] : [];
  });
}

/** The earliest names the show where nothing else does: the order of an answer may change from one day to the next. */
function compareSessions({ session: left }: ClosingStatement, { session: right }: ClosingStatement): number {
  const [first, second] = [left, right].map(({ start_date: start }) => readSeconds(start) ?? lastSecond);
  return (first ?? 0) - (second ?? 0) || compareText(left.id, right.id);
}

/** `multisession_id` is deprecated, `id` says the same where it has gone. */
function toShowId({ id, multisession }: ClosingStatement['session'], prefix: string): string {
  const ids = [multisession?.multisession_id, multisession?.id].map((value) => String(value ?? '').trim());
  const multisessionId = ids.find((value) => value !== '' && value !== '0');
  return multisessionId === undefined ? `${prefix}_session_${id}` : `${prefix}_${multisessionId}`;
}

/** The title of the multisession is deprecated too; that of the session stands in for it. Untouched, whatever it holds. */
function toName({ id, multisession, edito }: ClosingStatement['session']): string {
  const titles = [multisession?.title, edito?.title];
  return titles.find((title) => title !== undefined && title.trim() !== '') ?? `Sans titre (${id})`;
}

/** The show with all its sessions from `completeFrom` on, or why it is left out; a draft without date and without sale is nothing. */
export function toSeries(show: ClosingShow, completeFrom: Date): readonly ConnectorEvent[] {
  const { id, name } = show;
  try {
    const sessions = show.statements.map((statement) => readSession(show, statement));
    const performances = sessions.flatMap(({ startAt, ...session }) =>
      startAt === null ? [] : [{ startAt, ...session }],
    );
    const undated = sessions.filter(({ startAt }) => startAt === null);
    const hasSalesWithoutDate = undated.some(
      (session) => countTickets([session]) > 0 || session.includingTaxesCents > 0,
    );
    if (performances.length === 0 && (hasSalesWithoutDate || show.statements.length === 1))
      throw new ShowSkipped({ code: 'series-without-date' });
    return [
      ...(hasSalesWithoutDate ? [{ type: 'warning', warning: warnOfUndatedSession(name) } as const] : []),
      ...(performances.length > 0
        ? [
            {
              type: 'series',
              series: {
                id,
                name,
                performances: performances.sort(compareByStart),
                completeFrom: new Date(completeFrom).toISOString(),
              },
              tickets: countTickets(performances),
            } as const,
          ]
        : []),
    ];
  } catch (error) {
    if (!(error instanceof ShowSkipped)) throw error;
    return [{ type: 'warning', warning: warnOfSkippedSeries(error.skip.code, name, error.skip.precision) }];
  }
}

function warnOfUndatedSession(name: string): ConnectorWarning {
  const detail = `Une séance de «\u00a0${name}\u00a0» n’a pas de date dans la billetterie\u00a0: ses billets ne sont pas repris.`;
  return { code: 'series-without-date', detail };
}

function countTickets(sessions: readonly Pick<RemotePerformance, 'paidTickets' | 'freeTickets'>[]): number {
  return sessions.reduce((sum, { paidTickets, freeTickets }) => sum + paidTickets + freeTickets, 0);
}

type ReadSession = Omit<RemotePerformance, 'startAt'> & { readonly startAt: string | null };

/** One VAT rate per session. Without any, the organiser may not be subject to VAT: nothing is taken off, and the rate is unknown. */
function readSession({ prefix }: ClosingShow, { session, ...statement }: ClosingStatement): ReadSession {
  if (session.entity_type !== 'event')
    throw new ShowSkipped({
      code: 'unexpected-series',
      precision: 'la billetterie lui donne un type que nous ne connaissons pas',
    });
  if (!statement.internals_prices) throw new ShowSkipped({ code: 'unexpected-series' });
  const sales = addLines([...statement.internals_prices, ...(statement.externals_prices ?? [])]);
  const taxRateBp = readRate(session.settings?.tax?.rate);
  if (taxRateBp !== null && !isFrenchRate(taxRateBp) && sales.includingTaxesCents > 0)
    throw new ShowSkipped({ code: 'foreign-tax-rate' });
  return {
    id: `${prefix}_${session.id}`,
    ...readDates(session),
    ...sales,
    excludingTaxesCents: toExcludingTaxes(sales.includingTaxesCents, taxRateBp ?? 0),
    taxRateBp: taxRateBp !== null && isFrenchRate(taxRateBp) ? taxRateBp : null,
  };
}

function readRate(rate: RawValue): number | null {
  return typeof rate === 'string' || typeof rate === 'number' ? normalizeRateBp(rate) : null;
}

type Sales = Pick<RemotePerformance, 'includingTaxesCents' | 'paidTickets' | 'freeTickets'>;

/** The revenue is what was received: promotions make it lower than amount × quantity. */
function addLines(lines: readonly PriceLine[]): Sales {
  const counted = lines.flatMap((line) => readLine(line) ?? []);
  const includingTaxesCents = sumCents(counted.map((line) => line.includingTaxesCents));
  const paidTickets = sumCents(counted.map((line) => line.paidTickets));
  const freeTickets = sumCents(counted.map((line) => line.freeTickets));
  if (includingTaxesCents > maxAmountCents || paidTickets > maxTickets || freeTickets > maxTickets)
    throw new ShowSkipped({ code: 'amount-out-of-bounds' });
  return { includingTaxesCents, paidTickets, freeTickets };
}

/** Null for a partial refund: its unit amount is below zero, it holds no ticket, and it is not deducted. Nothing paid: free tickets. */
function readLine({ amount, quantity, revenue }: PriceLine): Sales | null {
  const unitCents = readCents(amount);
  if (unitCents < 0) return null;
  const includingTaxesCents = readCents(revenue);
  const tickets = readNumber(quantity);
  const isPossible = Number.isInteger(tickets) && tickets >= 0 && tickets <= maxTickets && includingTaxesCents >= 0;
  const isPlausible = unitCents <= maxTicketCents && includingTaxesCents <= maxTicketCents * Math.max(1, tickets);
  if (!isPossible || !isPlausible || (unitCents === 0 && includingTaxesCents > 0))
    throw new ShowSkipped({ code: 'amount-out-of-bounds' });
  return includingTaxesCents === 0
    ? { includingTaxesCents, paidTickets: 0, freeTickets: tickets }
    : { includingTaxesCents, paidTickets: tickets, freeTickets: 0 };
}

/** Cents of an amount in euros; floats carry noise (219.89999999999998, 1e-14) and are read to the nearest cent. */
function readCents(value: RawValue): number {
  const euros = typeof value === 'number' && Math.abs(value) < 0.001 ? 0 : value;
  const cents = typeof euros === 'string' || typeof euros === 'number' ? eurosToCents(euros) : null;
  if (cents === null) throw new ShowSkipped({ code: 'amount-out-of-bounds' });
  return cents;
}

/** The end is the one told, else the start and the duration; one that is not after the start says nothing true. 0 means none. */
function readDates({ start_date, end_date, settings }: ClosingStatement['session']) {
  const start = readSeconds(start_date);
  if (start === null) return { startAt: null, endAt: null };
  const minutes = readNumber(settings?.duration);
  const candidates = [readSeconds(end_date), minutes > 0 ? start + Math.round(minutes * 60) : null];
  const end = candidates.find((second) => second !== null && second > start && second < lastSecond) ?? null;
  return { startAt: toInstant(start), endAt: end === null ? null : toInstant(end) };
}

function readSeconds(value: RawValue): number | null {
  const seconds = readNumber(value);
  return Number.isInteger(seconds) && seconds > 0 && seconds < lastSecond ? seconds : null;
}

/** NaN for what is no number, nothing and booleans included. */
function readNumber(value: RawValue): number {
  const text = typeof value === 'string' ? value.trim() : value;
  return typeof text === 'boolean' || text == null || text === '' ? Number.NaN : Number(text);
}

function toInstant(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}
