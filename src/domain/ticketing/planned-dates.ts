import { toParisDay, toParisInstant, toParisTime } from '../calendar';

/** A start as a person says it: a day `yyyy-MM-dd` and an hour `HH:mm` on the clocks of Paris. */
export type WallClock = { readonly day: string; readonly time: string };

/** More evenings than a theatre plays in a season of a year. */
export const maxPlannedDates = 400;

const dayPattern = /^20\d{2}-\d{2}-\d{2}$/;
const dayMilliseconds = 86_400_000;

/**
 * Every day from `from` to `to`, both included, that falls on one of the weekdays (0 = Sunday, as `getUTCDay`), at each of the
 * times, in order. Empty when the days are not days, or the last comes before the first; never more than `maxPlannedDates`.
 */
export function repeatDates({
  from,
  to,
  weekdays,
  times,
}: {
  readonly from: string;
  readonly to: string;
  readonly weekdays: ReadonlySet<number>;
  readonly times: readonly string[];
}): WallClock[] {
  const [first, last] = [toCalendarDay(from), toCalendarDay(to)];
  if (first === null || last === null) return [];
  const hours = [...new Set(times)].sort();
  const dates: WallClock[] = [];
  for (let at = first; at <= last && dates.length < maxPlannedDates; at += dayMilliseconds) {
    const day = new Date(at);
    if (!weekdays.has(day.getUTCDay())) continue;
    for (const time of hours) dates.push({ day: day.toISOString().slice(0, 10), time });
  }
  return dates.slice(0, maxPlannedDates);
}

const months = ['janv', 'fevr', 'mars', 'avri', 'mai', 'juin', 'juil', 'aout', 'sept', 'octo', 'nove', 'dece'];
const shortMonths = ['jan', 'fev', 'mar', 'avr', 'mai', 'jun', 'jui', 'aou', 'sep', 'oct', 'nov', 'dec'];

/** `2026-06-26`, `26/06/2026`, `26.06.26`, `26 juin 2026`, each followed by an hour or not, words before it ignored. */
const isoDay = /\b(20\d{2})-(\d{1,2})-(\d{1,2})(?:\b|T)/;
const frenchDay = /\b(\d{1,2})[/.-](\d{1,2})[/.-](20\d{2}|\d{2})\b/;
const writtenDay = /\b(\d{1,2})(?:er)?\s+([a-z]{3,9})\.?\s+(20\d{2})\b/;
const hour = /(?:^|[^\d:])(\d{1,2})\s*(?::|h|heures?)\s*(\d{2})?(?!\d)/;

/**
 * One date as people write it, on a line of its own. An hour that is not written is `defaultTime`; null when the line holds no
 * date of this century, an impossible one (31 June), an impossible hour (25:30) or no hour at all.
 */
export function parseDateLine(line: string, defaultTime: string | null): WallClock | null {
  const text = line
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .trim();
  const found = findDay(text);
  if (!found) return null;
  const written = hour.exec(` ${text.replace(found.written, ' ')}`);
  const time = written ? toTime(Number(written[1]), Number(written[2] ?? 0)) : defaultTime;
  return time !== null && toCalendarDay(found.day) !== null ? { day: found.day, time } : null;
}

/** The instant of a wall clock in Paris, ISO-8601 UTC; null for an hour that the clocks skip in March. */
export function toStartAt({ day, time }: WallClock): string | null {
  return toCalendarDay(day) === null ? null : (toParisInstant(day, time)?.toISOString() ?? null);
}

/** 52 weeks: the same day of the week, one year on. */
const yearMilliseconds = 364 * dayMilliseconds;

/**
 * The dates of a past season moved to the next one to come: by as many times 52 weeks as it takes for the last of them to be after
 * `now`, at the same hours on the clocks of Paris. ISO-8601 UTC on both sides, in order; an hour that the clocks skip is left out, and
 * never more than `maxPlannedDates`.
 */
export function moveToNextSeason(starts: readonly string[], now: Date): string[] {
  const last = Math.max(...starts.map((start) => Date.parse(start)));
  const years = Math.max(1, Math.floor((now.getTime() - last) / yearMilliseconds) + 1);
  const moved = starts.map((start) => {
    const day = Date.parse(`${toParisDay(new Date(start))}T00:00:00Z`) + years * yearMilliseconds;
    return toStartAt({ day: new Date(day).toISOString().slice(0, 10), time: toParisTime(new Date(start)) });
  });
  return [...new Set(moved.filter((start) => start !== null))].sort().slice(0, maxPlannedDates);
}

function findDay(text: string): { readonly day: string; readonly written: string } | null {
  const iso = isoDay.exec(text.toUpperCase());
  if (iso) return { day: toDay(iso[1], iso[2], iso[3]), written: iso[0].toLowerCase() };
  const french = frenchDay.exec(text);
  if (french) return { day: toDay(french[3], french[2], french[1]), written: french[0] };
  const written = writtenDay.exec(text);
  if (!written) return null;
  const month = toMonth(String(written[2]));
  return month === 0 ? null : { day: toDay(written[3], String(month), written[1]), written: written[0] };
}

/** 1 to 12; 0 for a word that is no month. */
function toMonth(word: string): number {
  const whole = months.findIndex((month) => word.startsWith(month) || month.startsWith(word));
  const known = whole >= 0 ? whole : shortMonths.indexOf(word);
  return word === 'jui' ? 0 : known + 1;
}

/** From the parts that a pattern found, which are all there when it matches. */
function toDay(...parts: readonly (string | undefined)[]): string {
  const [year, month, day] = parts.map(Number);
  return `${Number(year) < 100 ? 2000 + Number(year) : year}-${toTwoDigits(month)}-${toTwoDigits(day)}`;
}

function toTwoDigits(number: number | undefined): string {
  return String(number).padStart(2, '0');
}

function toTime(hours: number, minutes: number): string | null {
  if (hours > 23 || minutes > 59) return null;
  return `${toTwoDigits(hours)}:${toTwoDigits(minutes)}`;
}

/** Midnight UTC of a day that exists, in milliseconds; null for 31 June and for other centuries. */
function toCalendarDay(day: string): number | null {
  if (!dayPattern.test(day)) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day ? null : at;
}
