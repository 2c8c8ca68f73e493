import type { ConnectorWarning } from '../connector';
import { parseParisWallClock } from '../paris-wall-clock';
import { warnOfSkippedSeries } from '../warnings';
import type { BilletwebAttendee, BilletwebEvent, BilletwebSession, BilletwebTariff } from './schema';
import { maxAmountCents } from '@/domain/declaration/bounds';
import { eurosToCents } from '@/domain/money';
import { isFrenchRate, normalizeRateBp } from '@/domain/tax';
import { computeTicketFigures, type CountedTicket } from '@/domain/ticketing/figures';
import type { RemotePerformance, RemoteSeries } from '@/domain/ticketing/model';

export type BilletwebParts = {
  readonly event: BilletwebEvent;
  /** Ignored when the event is not `multiple`. */
  readonly sessions: readonly BilletwebSession[];
  readonly tariffs: readonly BilletwebTariff[];
  readonly attendees: readonly BilletwebAttendee[];
};
export type TransformedSeries =
  | { readonly type: 'series'; readonly series: RemoteSeries; readonly tickets: number }
  | { readonly type: 'warning'; readonly warning: ConnectorWarning }
  | { readonly type: 'empty' };

/** 100 000 € for one ticket: beyond it somebody typed a phone number in the price. */
const maxTicketCents = 10_000_000;

type Skip = { readonly code: Parameters<typeof warnOfSkippedSeries>[0]; readonly precision?: string };
/** Thrown inside this file only: one unusable ticket makes the totals wrong, so the series is left out, by name. */
class SeriesSkipped extends Error {
  constructor(readonly skip: Skip) {
    super(skip.code);
  }
}

type Slot = { readonly id: string; readonly startAt: string | null; readonly endAt: string | null };

/** One Billetweb event as a series: every session, full totals. `empty` has no session at all, and no ticket. */
export function toSeries(parts: BilletwebParts): TransformedSeries {
  const { event } = parts;
  const name = event.name.trim() === '' ? `Sans titre (${event.id})` : event.name;
  try {
    const slots = toSlots(parts);
    const ticketsBySlot = groupTickets(parts, slots);
    const performances = slots.flatMap((slot) => toPerformance(slot, ticketsBySlot.get(slot.id) ?? []));
    if (performances.length === 0) return { type: 'empty' };
    performances.sort((a, b) => compareTexts(a.startAt, b.startAt) || compareTexts(a.id, b.id));
    const tickets = performances.reduce((sum, { paidTickets, freeTickets }) => sum + paidTickets + freeTickets, 0);
    return { type: 'series', series: { id: event.id, name, performances }, tickets };
  } catch (error) {
    if (!(error instanceof SeriesSkipped)) throw error;
    return { type: 'warning', warning: warnOfSkippedSeries(error.skip.code, name, error.skip.precision) };
  }
}

/** Sessions of the counted tickets, for the caller to see whether the list of sessions is complete. */
export function listSessionsInUse(attendees: readonly BilletwebAttendee[]): ReadonlySet<string> {
  const sessions = attendees.filter((attendee) => isCounted(attendee)).map((attendee) => attendee.order_session);
  return new Set(sessions.filter((session) => session !== '' && session !== '0'));
}

/**
 * Without sessions the event itself is the one performance. Its raw session id is "0" for everyone, hence the prefix.
 * Very old events have no date at all: they are left out.
 */
function toSlots({ event, sessions }: BilletwebParts): readonly Slot[] {
  if (event.multiple)
    return [...new Map(sessions.map((session) => [session.id, toSlot(session.id, session)])).values()];
  const slot = toSlot(`${event.id}_0`, event);
  if (slot.startAt === null) throw new SeriesSkipped({ code: 'series-without-date' });
  return [slot];
}

/** An end before its start says nothing true: it is unknown. */
function toSlot(id: string, dates: { readonly start: string; readonly end: string }): Slot {
  const startAt = parseParisWallClock(dates.start);
  const endAt = parseParisWallClock(dates.end);
  return { id, startAt, endAt: startAt !== null && endAt !== null && endAt < startAt ? null : endAt };
}

function groupTickets(parts: BilletwebParts, slots: readonly Slot[]): ReadonlyMap<string, readonly CountedTicket[]> {
  const { event, attendees } = parts;
  const tariffs = new Map(parts.tariffs.map((tariff) => [tariff.id, tariff]));
  const groups = new Map(slots.map((slot) => [slot.id, new Array<CountedTicket>()]));
  const unique = new Map(attendees.map((attendee) => [attendee.id, attendee]));
  for (const attendee of unique.values()) {
    if (!isCounted(attendee)) continue;
    const group = groups.get(event.multiple ? attendee.order_session : `${event.id}_0`);
    if (!group)
      throw new SeriesSkipped({
        code: 'unexpected-series',
        precision: 'un billet vendu ne correspond à aucune séance',
      });
    group.push(toCountedTicket(attendee, tariffs.get(attendee.ticket_id), event));
  }
  return groups;
}

/** Refunded tickets are `disabled`. Nothing was received for a paid tariff whose order is not paid: refund or reservation. */
function isCounted(attendee: BilletwebAttendee): boolean {
  if (attendee.disabled) return false;
  return attendee.order_paid || toCents(attendee.price) === 0;
}

/** What was paid, less Billetweb's commission, which exists on web sales only. What is left is never below zero. */
function toCountedTicket(
  attendee: BilletwebAttendee,
  tariff: BilletwebTariff | undefined,
  event: BilletwebEvent,
): CountedTicket {
  const price = requireAmount(attendee.price);
  const taxRateBp = normalizeRateBp(tariff?.tax || event.tax_rate || event.tax);
  const frenchRateBp = taxRateBp !== null && isFrenchRate(taxRateBp) ? taxRateBp : null;
  if (price === 0) return { includingTaxesCents: 0, taxRateBp: frenchRateBp };
  if (!tariff) throw new SeriesSkipped({ code: 'missing-tariff' });
  const isWeb = attendee.order_payment_type.toLowerCase() === 'web';
  const commission = isWeb ? toCommission(tariff.commission) : 0;
  const includingTaxesCents = Math.max(0, price - commission);
  if (includingTaxesCents > 0 && frenchRateBp === null) throw new SeriesSkipped(toRateSkip(taxRateBp));
  return { includingTaxesCents, taxRateBp: frenchRateBp };
}

function toRateSkip(taxRateBp: number | null): Skip {
  if (taxRateBp !== null) return { code: 'foreign-tax-rate' };
  return { code: 'unexpected-series', precision: 'un tarif payant n’a pas de taux de TVA' };
}

/** `false` or nothing: no commission on this tariff. */
function toCommission(value: BilletwebTariff['commission']): number {
  return value === false || value === undefined || value === null || value === '' ? 0 : requireAmount(value);
}

function requireAmount(value: BilletwebAttendee['price']): number {
  const cents = toCents(value);
  if (cents === null || cents < 0 || cents > maxTicketCents) throw new SeriesSkipped({ code: 'amount-out-of-bounds' });
  return cents;
}

function toCents(value: BilletwebAttendee['price']): number | null {
  return typeof value === 'string' || typeof value === 'number' ? eurosToCents(value) : null;
}

/** A session without date and without ticket is a draft: nothing to declare. With tickets, the totals would be short. */
function toPerformance(slot: Slot, tickets: readonly CountedTicket[]): readonly RemotePerformance[] {
  if (slot.startAt === null) {
    if (tickets.length === 0) return [];
    throw new SeriesSkipped({ code: 'series-without-date' });
  }
  const figures = computeTicketFigures(tickets);
  if (figures.includingTaxesCents > maxAmountCents) throw new SeriesSkipped({ code: 'amount-out-of-bounds' });
  return [{ id: slot.id, startAt: slot.startAt, endAt: slot.endAt, ...figures }];
}

/** By code units: the same order on every machine, whatever its language. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
