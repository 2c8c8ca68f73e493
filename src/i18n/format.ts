/**
 * French writing of figures and dates, for screens, mails and documents. Only the ordinary no-break space (U+00A0) is used:
 * the narrow one that French formatting asks for is missing from some fonts.
 */
export const noBreakSpace = '\u00a0';

const defaultTimeZone = 'Europe/Paris';

/** Cents as `1 234,56 €`: always two decimals, the sign after. Exact: no float is involved. */
export function formatAmount(cents: number): string {
  return `${formatDecimal(cents)}${noBreakSpace}€`;
}

/** Cents as `1 234,56`, for columns whose header says euros. */
export function formatDecimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '−' : ''}${groupThousands(digits.slice(0, -2))},${digits.slice(-2)}`;
}

/** Cents as a person would type them in a field: `1234,56`; empty when nothing was typed. */
export function formatAmountInput(cents: number | null): string {
  return cents === null ? '' : formatDecimal(cents).replaceAll(noBreakSpace, '');
}

/** A whole number as `5 214`. */
export function formatCount(count: number): string {
  return `${count < 0 ? '−' : ''}${groupThousands(String(Math.abs(count)))}`;
}

/** A number with its noun: `0 billet`, `1 billet`, `5 214 billets` (French takes the plural from two). */
export function formatCounted(count: number, singular: string, plural: string = `${singular}s`): string {
  return `${formatCount(count)}${noBreakSpace}${Math.abs(count) < 2 ? singular : plural}`;
}

/** Basis points as `5,5 %`, `20 %`, `1,05 %`. */
export function formatRate(rateBp: number): string {
  const decimals = String(rateBp % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  return `${Math.trunc(rateBp / 100)}${decimals && `,${decimals}`}${noBreakSpace}%`;
}

/** `552 100 554`; text that is not a SIREN is left as it is. */
export function formatSiren(siren: string): string {
  return siren.replace(/^(\d{3})(\d{3})(\d{3})$/, ['$1', '$2', '$3'].join(noBreakSpace));
}

/** `552 100 554 00013`; text that is not a SIRET is left as it is. */
export function formatSiret(siret: string): string {
  return siret.replace(/^(\d{3})(\d{3})(\d{3})(\d{5})$/, ['$1', '$2', '$3', '$4'].join(noBreakSpace));
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, noBreakSpace);
}

const months = 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre'.split(' ');
const weekdays = 'dimanche lundi mardi mercredi jeudi vendredi samedi'.split(' ');

type DateParts = Readonly<Record<'weekday' | 'day' | 'month' | 'monthNumber' | 'year' | 'hour' | 'minute', string>>;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter is slow (lists hold thousands of dates), so there is one per zone. */
function getFormatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  formatters.set(timeZone, formatter);
  return formatter;
}

let last: { readonly time: number; readonly timeZone: string; readonly parts: DateParts } | null = null;

/** A day and its hour are asked one after the other: the last instant is kept, the slow part is done once for both. */
function toParts(instant: Date, timeZone: string): DateParts {
  const time = instant.getTime();
  if (last?.time !== time || last.timeZone !== timeZone) last = { time, timeZone, parts: readParts(instant, timeZone) };
  return last.parts;
}

/** Swedish writes `2026-06-26 20:30`; French words are ours, so that every browser and server says the same. */
function readParts(instant: Date, timeZone: string): DateParts {
  const [year = '', monthNumber = '', day = '', hour = '', minute = ''] = getFormatter(timeZone)
    .format(instant)
    .split(/[- :]/);
  const weekday = weekdays[new Date(`${year}-${monthNumber}-${day}T00:00:00Z`).getUTCDay()] ?? '';
  const month = months[Number(monthNumber) - 1] ?? '';
  return { weekday, day: String(Number(day)), month, monthNumber, year, hour: String(Number(hour)), minute };
}

function toDayText({ day, month, year }: DateParts): string {
  return `${day === '1' ? '1er' : day} ${month} ${year}`;
}

function toTimeText({ hour, minute }: DateParts): string {
  const text = `${hour}${noBreakSpace}h`;
  return minute === '00' ? text : `${text}${noBreakSpace}${minute}`;
}

/** `vendredi 26 juin 2026`, in the zone given (Paris by default, whatever the machine's). */
export function formatDate(instant: Date, timeZone: string = defaultTimeZone): string {
  const parts = toParts(instant, timeZone);
  return `${parts.weekday} ${toDayText(parts)}`;
}

/** `26 juin 2026`. */
export function formatDay(instant: Date, timeZone: string = defaultTimeZone): string {
  return toDayText(toParts(instant, timeZone));
}

/** `26/06/2026`, for columns. */
export function formatShortDay(instant: Date, timeZone: string = defaultTimeZone): string {
  const { day, monthNumber, year } = toParts(instant, timeZone);
  return `${day.padStart(2, '0')}/${monthNumber}/${year}`;
}

/** `20 h 30`, `20 h`. */
export function formatTime(instant: Date, timeZone: string = defaultTimeZone): string {
  return toTimeText(toParts(instant, timeZone));
}

/** `vendredi 26 juin 2026 à 20 h 30`. */
export function formatDateTime(instant: Date, timeZone: string = defaultTimeZone): string {
  const parts = toParts(instant, timeZone);
  return `${parts.weekday} ${toDayText(parts)} à ${toTimeText(parts)}`;
}

/** `26 juin 2026`, or `du 26 juin 2026 au 1er juillet 2026` when the days differ. */
export function formatDayRange(from: Date, to: Date, timeZone: string = defaultTimeZone): string {
  const [first, last] = [formatDay(from, timeZone), formatDay(to, timeZone)];
  return first === last ? first : `du ${first} au ${last}`;
}
