import type { ConnectorWarning } from '../connector';
import { parseParisWallClock } from '../paris-wall-clock';
import { warnOfPartialSeries, warnOfSkippedSeries, warnOfUnknownStatus } from '../warnings';
import type { MapadoEventDate, MapadoTicket, MapadoTicketing, MapadoTicketPrice } from './schema';
import { maxAmountCents } from '@/domain/declaration/bounds';
import { isFrenchRate, normalizeRateBp } from '@/domain/tax';
import { countTicket, createTally, toTicketFigures, type TicketTally } from '@/domain/ticketing/figures';
import { compareByStart, type RemotePerformance, type RemoteSeries } from '@/domain/ticketing/model';

/** 100 000 € for one ticket: beyond it somebody typed a phone number in the price. */
const maxTicketCents = 10_000_000;

/**
 * "FR", and Corsica, which is a country of its own for Mapado. The overseas departments have codes of their own too: they are France,
 * with French rates. Nothing told is France.
 */
const frenchCountries: ReadonlySet<string> = new Set(['', 'FR', 'CORSE', 'GP', 'MQ', 'GF', 'RE', 'YT']);
const knownStatuses: ReadonlySet<string> = new Set(['payed', 'refunded', 'booked', 'cancelled']);

type Skip = { readonly code: Parameters<typeof warnOfSkippedSeries>[0]; readonly precision?: string };
type Tariff = { readonly cents: Amount; readonly taxRateBp: number | null };
type Slot = {
  readonly id: string;
  readonly startAt: string | null;
  readonly endAt: string | null;
  readonly tariffs: ReadonlyMap<string, Tariff>;
  readonly tally: TicketTally;
};

/** The accounts of one show while its tickets pass by: their size depends on the dates, not on the tickets. */
export type Book = {
  readonly id: string;
  readonly name: string;
  readonly slots: Map<string, Slot>;
  /** Why the show cannot be delivered: the first reason met. */
  skip: Skip | null;
  /** Rows met, whatever their status. */
  rows: number;
  undatedTickets: number;
  /** The first status met that nobody knows; its tickets are not counted. */
  unknownStatus: string | null;
};

export type TransformedSeries =
  | { readonly type: 'series'; readonly series: RemoteSeries; readonly tickets: number }
  | { readonly type: 'warning'; readonly warning: ConnectorWarning };

/** Whether a show is to be read: dated, in France. Passes, workshops without date and shows abroad are rightly left out in silence. */
export function isDeclarable({ type, country }: MapadoTicketing): boolean {
  return type === 'dated_events' && frenchCountries.has(country.trim().toUpperCase());
}

/** Why a show that should be read cannot be, known before reading it; null when nothing is against it. */
export function refuseTicketing(ticketing: MapadoTicketing): ConnectorWarning | null {
  return isEuro(ticketing.currency) ? null : warnOfSkippedSeries('unsupported-currency', toName(ticketing));
}

export function openBook(ticketing: MapadoTicketing): Book {
  const counters = { rows: 0, undatedTickets: 0, unknownStatus: null };
  return { id: ticketing.id, name: toName(ticketing), slots: new Map(), skip: null, ...counters };
}

/** The start is the hour of the date, else that of its day. The end of the day is no end of a performance. */
export function addEventDate(book: Book, eventDate: MapadoEventDate): void {
  const startAt = parseInstant(eventDate.startDate) ?? parseInstant(eventDate.startOfEventDay);
  const endAt = parseInstant(eventDate.endDate);
  const tariffs = new Map(eventDate.ticketPrices.map((price) => [price.id, toTariff(price)]));
  if (startAt !== null) for (const price of eventDate.ticketPrices) checkTariff(book, price);
  book.slots.set(eventDate.id, {
    id: eventDate.id,
    startAt,
    endAt: startAt !== null && endAt !== null && endAt < startAt ? null : endAt,
    tariffs,
    tally: createTally(),
  });
}

/** Whether a ticket brings something in: then its date must be known. */
export function isCounted({ status, ticketPrice, isImported }: MapadoTicket): boolean {
  return status === 'payed' && !(ticketPrice === null && isImported);
}

/** Adds one ticket of one of the dates of the show. What makes the totals wrong makes the show unusable, not the others. */
export function addTicket(book: Book, ticket: MapadoTicket): void {
  book.rows += 1;
  const slot = book.slots.get(ticket.eventDate ?? '');
  if (!knownStatuses.has(ticket.status)) book.unknownStatus ??= ticket.status;
  if (!slot || !isCounted(ticket)) return;
  if (slot.startAt === null) {
    book.undatedTickets += 1;
    return;
  }
  const tariff = slot.tariffs.get(ticket.ticketPrice ?? '');
  const amount = readAmount(ticket.facialValue);
  const cents = amount === 'none' ? (tariff?.cents ?? 'none') : amount;
  if (!tariff && cents !== 0) return skip(book, { code: 'missing-tariff' });
  if (cents === 'none' || cents === 'absurd') return skip(book, { code: 'amount-out-of-bounds' });
  const taxRateBp = tariff?.taxRateBp ?? null;
  const frenchRateBp = taxRateBp !== null && isFrenchRate(taxRateBp) ? taxRateBp : null;
  if (cents > 0 && frenchRateBp === null) return skip(book, toRateSkip(taxRateBp));
  countTicket(slot.tally, { includingTaxesCents: cents, taxRateBp: frenchRateBp });
}

/** A counted ticket belongs to no date that can be found: the totals would be short. */
export function missDate(book: Book): void {
  skip(book, { code: 'unexpected-series', precision: 'un billet vendu ne correspond à aucune date' });
}

/** A changed ticket was announced, and none comes: zeros would be a lie. */
export function missTickets(book: Book): void {
  skip(book, { code: 'unexpected-series', precision: 'Mapado n’a pas renvoyé ses billets' });
}

/** The show as it is delivered, with what is missing of it, or why it is not. Nothing when it has neither date nor ticket sold. */
export function closeBook(book: Book): readonly TransformedSeries[] {
  const { id, name, slots } = book;
  const performances = [...slots.values()].flatMap(toPerformance).sort(compareByStart);
  if (performances.some(({ includingTaxesCents }) => includingTaxesCents > maxAmountCents))
    skip(book, { code: 'amount-out-of-bounds' });
  if (performances.length === 0 && book.undatedTickets > 0) skip(book, { code: 'series-without-date' });
  if (book.skip) return [toWarning(warnOfSkippedSeries(book.skip.code, name, book.skip.precision))];
  if (performances.length === 0) return [];
  const tickets = performances.reduce((sum, { paidTickets, freeTickets }) => sum + paidTickets + freeTickets, 0);
  return [{ type: 'series', series: { id, name, performances }, tickets }, ...listMissing(book)];
}

function listMissing({ name, undatedTickets, unknownStatus }: Book): readonly TransformedSeries[] {
  const undated = `billets vendus pour une date qui n’est pas renseignée\u00a0: ${undatedTickets}`;
  return [
    ...(undatedTickets > 0 ? [toWarning(warnOfPartialSeries('series-without-date', name, undated))] : []),
    ...(unknownStatus === null ? [] : [toWarning(warnOfUnknownStatus(name, unknownStatus))]),
  ];
}

function toPerformance({ id, startAt, endAt, tally, tariffs }: Slot): readonly RemotePerformance[] {
  if (startAt === null) return [];
  const figures = toTicketFigures(tally);
  const isUnsold = figures.paidTickets + figures.freeTickets === 0;
  return [{ id, startAt, endAt, ...figures, taxRateBp: isUnsold ? findListedRate(tariffs) : figures.taxRateBp }];
}

/** Before the first sale, the rate that its own tariffs announce when they agree; free ones count when there are no others. */
function findListedRate(tariffs: ReadonlyMap<string, Tariff>): number | null {
  const known = [...tariffs.values()];
  const paid = known.filter(({ cents }) => cents !== 0);
  const [rate = null, ...others] = new Set((paid.length > 0 ? paid : known).map(({ taxRateBp }) => taxRateBp));
  return others.length === 0 && rate !== null && isFrenchRate(rate) ? rate : null;
}

function checkTariff(book: Book, { currency, tax }: MapadoTicketPrice): void {
  if (!isEuro(currency)) skip(book, { code: 'unsupported-currency' });
  if (tax && !frenchCountries.has(tax.countryCode.trim().toUpperCase())) skip(book, { code: 'foreign-tax-rate' });
}

function toTariff({ facialValue, tax }: MapadoTicketPrice): Tariff {
  return { cents: readAmount(facialValue), taxRateBp: normalizeRateBp(tax?.rate ?? '') };
}

/** Cents. `none`: null or negative, as tickets migrated from other software have. */
type Amount = number | 'none' | 'absurd';

/** Whole cents, perhaps written as text or with the noise of a float, which is rounded to the nearest cent. */
function readAmount(value: MapadoTicket['facialValue']): Amount {
  if (value === null || value === undefined || value === '') return 'none';
  if (!/^-?\d+(?:\.\d+)?$/.test(String(value))) return 'absurd';
  const cents = Math.round(Number(value));
  if (cents < 0) return 'none';
  return Math.abs(Number(value) - cents) > 0.001 || cents > maxTicketCents ? 'absurd' : cents;
}

function toRateSkip(taxRateBp: number | null): Skip {
  if (taxRateBp !== null) return { code: 'foreign-tax-rate' };
  return { code: 'unexpected-series', precision: 'un tarif payant n’a pas de taux de TVA' };
}

function skip(book: Book, reason: Skip): void {
  book.skip ??= reason;
}

function toWarning(warning: ConnectorWarning): TransformedSeries {
  return { type: 'warning', warning };
}

function toName({ id, title }: MapadoTicketing): string {
  return title.trim() === '' ? `Sans titre (${id})` : title;
}

function isEuro(currency: string): boolean {
  return ['', 'EUR'].includes(currency.trim().toUpperCase());
}

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/** Null for an empty text and for what is not a date. */
function parseInstant(text: string): string | null {
  if (!withOffset.test(text)) return parseParisWallClock(text);
  const instant = new Date(text);
  return Number.isNaN(instant.getTime()) ? null : instant.toISOString();
}
