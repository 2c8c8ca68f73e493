import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { endOfDay } from 'date-fns/endOfDay';
import { endOfMonth } from 'date-fns/endOfMonth';
import { addMonths } from 'date-fns/addMonths';
import { format } from 'date-fns/format';
import type { TaxOrganism } from './organism';

/** The zone of the organisms and of every deadline, whatever the zone of the server or of the browser. */
export const parisTimeZone = 'Europe/Paris';

/** A deadline: the last millisecond (as a UTC instant) of a Paris day, and which rule gave it. */
export type Deadline = { readonly dueAt: Date; readonly rule: DeadlineRule };
export type DeadlineRule =
  | 'sacem-ten-days'
  | 'sacem-end-of-next-month'
  | 'sacd-thirty-days'
  | 'cnm-third-month'
  | 'astp-third-month'
  | 'sibil-tenth-day';

function inParis(instant: Date): TZDate {
  return new TZDate(instant, parisTimeZone);
}

/** A plain Date: a TZDate prints itself with an offset, which is not what JSON and the database expect. */
function toInstant(zoned: Date): Date {
  return new Date(zoned.getTime());
}

/** Paris day of an instant, `yyyy-MM-dd`. */
export function toParisDay(instant: Date): string {
  return format(inParis(instant), 'yyyy-MM-dd');
}

/** Paris wall clock of an instant, `HH:mm`. */
export function toParisTime(instant: Date): string {
  return format(inParis(instant), 'HH:mm');
}

/**
 * The instant of a Paris day `yyyy-MM-dd` and hour `HH:mm`, whatever the zone of the machine. The hour that happens twice in October is
 * its first occurrence; null for one that the clocks skip in March, and for what is neither a day nor an hour.
 */
export function toParisInstant(day: string, time: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^\d{2}:\d{2}$/.test(time)) return null;
  // Summer first: of an hour that happens twice, that is the earlier one.
  const candidates = ['+02:00', '+01:00'].map((offset) => new Date(`${day}T${time}:00${offset}`));
  return candidates.find((at) => isOnClock(at, day, time)) ?? null;
}

function isOnClock(at: Date, day: string, time: string): boolean {
  return !Number.isNaN(at.getTime()) && toParisDay(at) === day && toParisTime(at) === time;
}

/** Last millisecond of the Paris day that holds this instant; days of 23 and 25 hours included. */
export function endOfParisDay(instant: Date): Date {
  return toInstant(endOfDay(inParis(instant)));
}

/** Paris days from `from` to `to`: 0 on the same day, negative when `to` is before. Hours do not count. */
export function parisDaysBetween(from: Date, to: Date): number {
  return differenceInCalendarDays(inParis(to), inParis(from));
}

/**
 * When SACEM wants its statement, the nearest first: 10 days after the last performance (its guide for live shows), and
 * the last day of the month that follows (printed on its form). The contract prevails, so both are shown.
 */
export function sacemDeadlines(lastStartAt: Date): readonly [Deadline, Deadline] {
  const last = inParis(lastStartAt);
  return [
    { dueAt: toInstant(endOfDay(addDays(last, 10))), rule: 'sacem-ten-days' },
    { dueAt: toInstant(endOfMonth(addMonths(last, 1))), rule: 'sacem-end-of-next-month' },
  ];
}

/** When SACD wants the revenue: 30 days after the last performance, else it bills a provision on the full capacity. */
export function sacdDeadline(lastStartAt: Date): Deadline {
  return { dueAt: toInstant(endOfDay(addDays(inParis(lastStartAt), 30))), rule: 'sacd-thirty-days' };
}

const taxRules = {
  CNM: 'cnm-third-month',
  ASTP: 'astp-third-month',
} as const satisfies Record<TaxOrganism, DeadlineRule>;

/** When a tax on shows must be declared: the last Paris day of the third month after the last performance (CNM and ASTP alike). */
export function taxDeadline(tax: TaxOrganism, lastStartAt: Date): Deadline {
  return { dueAt: toInstant(endOfMonth(addMonths(inParis(lastStartAt), 3))), rule: taxRules[tax] };
}

/** Calendar year in Paris. */
export function toParisYear(instant: Date): number {
  return inParis(instant).getFullYear();
}

export type DeadlineGroup = 'late' | 'this-week' | 'later';

/** Where a deadline stands on «À faire»: past, within seven Paris days (today included), or later. */
export function toDeadlineGroup(dueAt: Date, now: Date): DeadlineGroup {
  if (dueAt.getTime() < now.getTime()) return 'late';
  return parisDaysBetween(now, dueAt) <= 7 ? 'this-week' : 'later';
}
