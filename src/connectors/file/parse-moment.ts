import { parseParisWallClock } from '../paris-wall-clock';
import type { Cell } from '@/spreadsheet/export-row';
import { toWallClock } from '@/spreadsheet/number-formats';

/**
 * What a cell says of a moment: an instant (ISO-8601 UTC), a Paris day (`YYYY-MM-DD`) with or without its time (`HH:MM:SS`), a time
 * alone, something impossible (31 June, 25:00), or nothing that looks like a moment.
 */
export type Moment =
  | { readonly type: 'instant'; readonly at: string }
  | { readonly type: 'day'; readonly day: string; readonly time: string | null }
  | { readonly type: 'time'; readonly time: string }
  | { readonly type: 'impossible' }
  | { readonly type: 'unknown' };

const months = [
  /^(?:janv(?:ier)?|jan(?:uary)?)$/,
  /^(?:fev(?:r(?:ier)?)?|feb(?:ruary)?)$/,
  /^(?:mars?|march)$/,
  /^(?:avr(?:il)?|apr(?:il)?)$/,
  /^(?:mai|may)$/,
  /^(?:juin|june?)$/,
  /^(?:juil(?:let)?|july?)$/,
  /^(?:aou(?:t)?|aug(?:ust)?)$/,
  /^(?:sept?(?:embre|ember)?)$/,
  /^(?:oct(?:obre|ober)?)$/,
  /^(?:nov(?:embre|ember)?)$/,
  /^(?:dec(?:embre|ember)?)$/,
];

const impossible: Moment = { type: 'impossible' };
const unknown: Moment = { type: 'unknown' };
const iso =
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]+(?:a )?(\d{1,2}) ?[:h] ?(\d{2})(?::(\d{2})(?:[.,]\d+)?)?)? ?(z|utc|gmt|[+-]\d{2}:?\d{2})?$/;
const numericDay = /(?<!\d)(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)/;
const namedDay = /(?<!\d)(\d{1,2})(?:er|st|nd|rd|th)?[-/. ]+(?:de )?([a-z]{3,9})\.?,?[-/. ]+(\d{4}|\d{2})(?!\d)/;
const englishDay = /(?<![a-z])([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)/;
const clock =
  /(?<![\d:])(\d{1,2}) ?(?:(?:h(?:eures?)?|:) ?(\d{2})(?: ?(?:m|mn|min|:) ?(\d{2}))?|h(?:eures?)?(?![a-z\d])|(?= ?[ap]m))(?:[.,]\d+)? ?([ap]m)?/;

/** Reads a date, a time, or both, as French exports write them. Day before month; two figures of a year are of this century. */
export function parseMoment(cell: Cell, is1904: boolean): Moment {
  if (typeof cell === 'number') return parseSerial(cell, is1904);
  if (typeof cell !== 'string') return unknown;
  const text = toPlainDate(cell);
  if (/^\d{5}(?:[.,]\d+)?$/.test(text)) return parseSerial(Number(text.replace(',', '.')), is1904);
  const isoMatch = iso.exec(text);
  if (isoMatch) return fromIso(isoMatch);
  return parseWords(text);
}

function toPlainDate(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Serials of dates from 1954 on; below one day, a time. */
function parseSerial(serial: number, is1904: boolean): Moment {
  if (serial >= 0 && serial < 1) return parseWords(toWallClock(serial, 'time', is1904) ?? '');
  if (serial < 20_000 || serial > 80_000) return unknown;
  const match = iso.exec(toWallClock(serial, 'number', is1904) ?? '');
  return match ? fromIso(match) : unknown;
}

function fromIso([, year, month, day, hours, minutes, seconds, zone]: RegExpExecArray): Moment {
  const found = toDay(Number(year), Number(month), Number(day));
  if (found === null) return impossible;
  if (hours === undefined) return zone === undefined ? { type: 'day', day: found, time: null } : unknown;
  const time = toTime(Number(hours), Number(minutes), Number(seconds ?? 0));
  if (time === null) return impossible;
  if (zone === undefined) return { type: 'day', day: found, time };
  const offset = /^[+-]/.test(zone) ? `${zone.slice(0, 3)}:${zone.slice(-2)}` : 'Z';
  const instant = new Date(`${found}T${time}${offset}`);
  return Number.isNaN(instant.getTime()) ? impossible : { type: 'instant', at: instant.toISOString() };
}

function parseWords(text: string): Moment {
  const date = findDay(text);
  if (date === 'impossible') return impossible;
  const rest = date ? text.slice(0, date.from) + ' ' + text.slice(date.to) : text;
  const time = findTime(rest);
  if (time === 'impossible') return impossible;
  if (date === null) return time === null ? unknown : { type: 'time', time };
  const another = findDay(text.slice(date.to));
  if (another !== null && time === null) return unknown;
  return { type: 'day', day: date.day, time };
}

type FoundDay = { readonly day: string; readonly from: number; readonly to: number };

function findDay(text: string): FoundDay | 'impossible' | null {
  const numeric = numericDay.exec(text);
  if (numeric) return place(numeric, toDay(toYear(numeric[3]), Number(numeric[2]), Number(numeric[1])));
  const named = namedDay.exec(text);
  const namedMonth = named ? toMonth(named[2]) : 0;
  if (named && namedMonth > 0) return place(named, toDay(toYear(named[3]), namedMonth, Number(named[1])));
  const english = englishDay.exec(text);
  const englishMonth = english ? toMonth(english[1]) : 0;
  if (english && englishMonth > 0) return place(english, toDay(toYear(english[3]), englishMonth, Number(english[2])));
  return null;
}

function place(match: RegExpExecArray, day: string | null): FoundDay | 'impossible' {
  return day === null ? 'impossible' : { day, from: match.index, to: match.index + match[0].length };
}

function findTime(text: string): string | 'impossible' | null {
  const match = clock.exec(text);
  if (!match) return /\bminuit\b/.test(text) ? '00:00:00' : /\bmidi\b/.test(text) ? '12:00:00' : null;
  const [, hours = '0', minutes = '0', seconds = '0', half] = match;
  const shift = half === 'pm' && Number(hours) < 12 ? 12 : half === 'am' && Number(hours) === 12 ? -12 : 0;
  return toTime(Number(hours) + shift, Number(minutes), Number(seconds)) ?? 'impossible';
}

function toMonth(name: string | undefined): number {
  return months.findIndex((pattern) => pattern.test(name ?? '')) + 1;
}

function toYear(text: string | undefined): number {
  const year = Number(text);
  return year < 100 ? 2000 + year : year;
}

function toDay(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (year < 1990 || year > 2200 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return date.toISOString().slice(0, 10);
}

function toTime(hours: number, minutes: number, seconds: number): string | null {
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  return [hours, minutes, seconds].map((part) => String(part).padStart(2, '0')).join(':');
}

/** The instant of a Paris day and time; null when the clocks of Paris cannot read it. */
export function toParisInstant(day: string, time: string): string | null {
  return parseParisWallClock(`${day} ${time}`);
}
