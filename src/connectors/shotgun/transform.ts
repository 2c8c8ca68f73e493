import type { ConnectorEvent } from '../connector';
import { warnOfSkippedSeries, warnOfUnknownStatus } from '../warnings';
import type { ShotgunEvent, ShotgunTicket } from './schema';
import { maxAmountCents } from '@/domain/declaration/bounds';
import { isFrenchRate, normalizeRateBp } from '@/domain/tax';
import {
  countTicket,
  createTally,
  toTicketFigures,
  type CountedTicket,
  type TicketTally,
} from '@/domain/ticketing/figures';

/** 100 000 € for one ticket: beyond it somebody typed a phone number in the price. */
const maxTicketCents = 10_000_000;

const currencyMissing = 'la monnaie d’un billet n’est pas connue';
const rateMissing = 'un tarif payant n’a pas de taux de TVA';

/** Sold once, or asked for, and not valid now. `transferred` and `resold`: the ticket that replaces it is the valid one. */
const otherStatuses: ReadonlySet<string> = new Set([
  'resold',
  'refunded',
  'canceled',
  'cancelled',
  'payment_plan_pending',
  'pending_approval',
  'pending_organizer_approval',
  'rejected',
  'transferred',
]);

type Skip = {
  readonly code: 'amount-out-of-bounds' | 'foreign-tax-rate' | 'unsupported-currency' | 'unexpected-series';
  readonly precision?: string;
};

/** What one ticket does to the figures of its event. */
type Verdict =
  | { readonly type: 'counted'; readonly ticket: CountedTicket }
  | { readonly type: 'not-counted' }
  | { readonly type: 'unknown-status'; readonly status: string }
  /** One unusable ticket makes the totals wrong: the whole event is left out, by name. */
  | { readonly type: 'skip'; readonly skip: Skip };

/** An event as its tickets tell it, without keeping them. Plain data, which JSON carries whole; instants in milliseconds. */
export type EventAccount = {
  readonly tally: TicketTally;
  skip: Skip | null;
  unknownStatus: string | null;
  startAt: number | null;
  endAt: number | null;
};

type SeriesEvent = Extract<ConnectorEvent, { readonly type: 'series' | 'warning' }>;

/**
 * `deal_price` is what the organiser sold the ticket for: cents, taxes included, fees apart. The channel says nothing of the figures. A
 * foreign currency counts even for a ticket that is not valid, so that an event does not come and go with its refunds.
 */
function judgeTicket(ticket: ShotgunTicket): Verdict {
  if (ticket.currency !== '' && ticket.currency !== 'eur') return skip('unsupported-currency');
  if (ticket.ticket_status !== 'valid') {
    if (otherStatuses.has(ticket.ticket_status)) return { type: 'not-counted' };
    return { type: 'unknown-status', status: ticket.ticket_status };
  }
  const includingTaxesCents = toCents(ticket.deal_price);
  if (includingTaxesCents === null) return skip('amount-out-of-bounds');
  const taxRateBp = normalizeRateBp(ticket.deal_vat_rate);
  const frenchRateBp = taxRateBp !== null && isFrenchRate(taxRateBp) ? taxRateBp : null;
  if (includingTaxesCents > 0) {
    if (ticket.currency === '') return skip('unexpected-series', currencyMissing);
    if (taxRateBp === null) return skip('unexpected-series', rateMissing);
    if (frenchRateBp === null) return skip('foreign-tax-rate');
  }
  return { type: 'counted', ticket: { includingTaxesCents, taxRateBp: frenchRateBp } };
}

export function openEventAccount(): EventAccount {
  return { tally: createTally(), skip: null, unknownStatus: null, startAt: null, endAt: null };
}

/** Adds one ticket. The dates are those of the ticket added last, so the most recent ones when tickets come in order. */
export function addTicket(account: EventAccount, ticket: ShotgunTicket): void {
  const verdict = judgeTicket(ticket);
  account.startAt = ticket.event_start_time ?? account.startAt;
  account.endAt = ticket.event_end_time ?? account.endAt;
  if (verdict.type === 'counted') countTicket(account.tally, verdict.ticket);
  if (verdict.type === 'unknown-status') account.unknownStatus ??= verdict.status;
  if (verdict.type === 'skip') account.skip ??= verdict.skip;
}

/**
 * One event is one series with one performance of the same identifier, or a warning that names it. A status nobody knows adds a warning, and
 * the series is delivered. Without `event`, it is in no list any more: it has no name.
 */
export function toSeries(id: string, account: EventAccount, event: ShotgunEvent | null): readonly SeriesEvent[] {
  if (!event) return leaveOut('series-deleted', `Événement n° ${id}`);
  const name = event.name === '' ? `Sans titre (${id})` : event.name;
  if (account.skip) return leaveOut(account.skip.code, name, account.skip.precision);
  const startAt = event.startTime ?? account.startAt;
  const endAt = event.endTime ?? account.endAt;
  if (startAt === null) return leaveOut('series-without-date', name);
  const figures = toTicketFigures(account.tally);
  if (figures.includingTaxesCents > maxAmountCents) return leaveOut('amount-out-of-bounds', name);
  const performance = {
    id,
    startAt: new Date(startAt).toISOString(),
    // An end before its start says nothing true: it is unknown.
    endAt: endAt === null || endAt < startAt ? null : new Date(endAt).toISOString(),
    ...figures,
  };
  const tickets = figures.paidTickets + figures.freeTickets;
  const doubt = account.unknownStatus === null ? [] : [warnOfUnknownStatus(name, account.unknownStatus)];
  return [
    { type: 'series', series: { id, name, performances: [performance] }, tickets },
    ...doubt.map((warning) => ({ type: 'warning', warning }) as const),
  ];
}

function leaveOut(...reason: Parameters<typeof warnOfSkippedSeries>): readonly SeriesEvent[] {
  return [{ type: 'warning', warning: warnOfSkippedSeries(...reason) }];
}

function skip(code: Skip['code'], precision?: string): Verdict {
  return { type: 'skip', skip: precision === undefined ? { code } : { code, precision } };
}

/** Whole cents within bounds, or null: nothing is rounded, since Shotgun counts in cents itself. */
function toCents(value: ShotgunTicket['deal_price']): number | null {
  const text = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : '';
  if (!/^\d{1,9}$/.test(text)) return null;
  const cents = Number(text);
  return cents <= maxTicketCents ? cents : null;
}
