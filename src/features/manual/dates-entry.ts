import { maxPlannedDates, parseDateLine, repeatDates, toStartAt } from '@/domain/ticketing/planned-dates';
import { formatCounted } from '@/i18n/format';

/** What is being typed to make dates, before they are added. */
export type DatesEntry = {
  readonly from: string;
  readonly to: string;
  readonly times: string;
  /** Numbers as `Date.getUTCDay`. */
  readonly days: ReadonlySet<number>;
  readonly list: string;
  /**
   * What was typed above the list since dates were last added: those added then left out do not come back by themselves. An hour typed
   * again means the same days once more, unless it is for the list.
   */
  readonly pending: 'nothing' | 'hour' | 'days';
};

export const emptyEntry: DatesEntry = {
  from: '',
  to: '',
  times: '20:30',
  days: new Set(),
  list: '',
  pending: 'nothing',
};

/** The field to mend, by the end of its id, and what to do. */
export type DatesFault = {
  readonly field: 'du' | 'au' | 'heures' | 'jour-1' | 'liste';
  readonly message: string;
};
export type ReadDates =
  { readonly ok: true; readonly starts: readonly string[] } | { readonly ok: false; readonly fault: DatesFault };

const everyDay: ReadonlySet<number> = new Set([0, 1, 2, 3, 4, 5, 6]);

export function typeEntry(entry: DatesEntry, change: Partial<Omit<DatesEntry, 'pending'>>): DatesEntry {
  const next = { ...entry, ...change };
  if (change.list !== undefined) return next;
  if (next.from === '' && next.to === '' && next.days.size === 0) return { ...next, pending: 'nothing' };
  return { ...next, pending: change.times !== undefined && entry.pending !== 'days' ? 'hour' : 'days' };
}

/** The starts that the days and hours say, in order; ISO-8601 UTC. */
export function readRepeated({ from, to, times, days }: DatesEntry): ReadDates {
  const hours = readTimes(times);
  // One day alone needs no weekday to be chosen: it is the one it is.
  const last = to === '' ? from : to;
  const weekdays = last === from ? everyDay : days;
  if (from === '') return refuse('du', 'Donnez le premier jour.');
  if (hours === null) return refuse('heures', 'Donnez une heure, par exemple 20:30.');
  if (last < from) return refuse('au', 'Le dernier jour vient avant le premier. Corrigez l’un des deux.');
  if (weekdays.size === 0) return refuse('jour-1', 'Choisissez les jours de la semaine.');
  const dates = repeatDates({ from, to: last, weekdays, times: hours });
  const starts = dates.map(toStartAt).filter((start) => start !== null);
  if (starts.length > 0) return { ok: true, starts };
  return refuse('du', 'Aucune date ne correspond. Vérifiez les deux jours, les jours de la semaine et l’heure.');
}

/** The starts of a list, and its lines that are no dates. */
export function readList({ list, times }: DatesEntry): {
  readonly starts: readonly string[];
  readonly unread: readonly string[];
} {
  const usual = readTimes(times)?.[0] ?? null;
  const lines = list
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const date = parseDateLine(line, usual);
      return { line, start: date && toStartAt(date) };
    });
  return {
    starts: lines.flatMap(({ start }) => start ?? []),
    unread: lines.filter(({ start }) => start === null).map(({ line }) => line),
  };
}

/** Every date to create: those added, and those typed that nobody pressed «Ajouter» for. */
export function readAllDates(entry: DatesEntry, planned: readonly string[], taken: ReadonlySet<string>): ReadDates {
  const isRepeated = entry.pending === 'days' || (entry.pending === 'hour' && entry.list.trim() === '');
  const repeated = isRepeated ? readRepeated(entry) : { ok: true as const, starts: [] };
  if (!repeated.ok) return repeated;
  const { starts, unread } = readList(entry);
  if (unread.length > 0) return refuse('liste', `${describeUnread(unread)} Corrigez la liste ou videz-la.`);
  const all = mergeStarts(planned, [...repeated.starts, ...starts]).filter((start) => !taken.has(start));
  if (all.length <= maxPlannedDates) return { ok: true, starts: all };
  return refuse('du', `Créez au plus ${formatCounted(maxPlannedDates, 'date')} à la fois.`);
}

/** Both, in order, each once. */
export function mergeStarts(left: readonly string[], right: readonly string[]): string[] {
  return [...new Set([...left, ...right])].sort();
}

export function describeUnread(unread: readonly string[]): string {
  return `${formatCounted(unread.length, 'ligne n’est pas une date', 'lignes ne sont pas des dates')}\u00a0: ${unread.join(', ')}.`;
}

/**
 * `20:30`, `20h30`, `20 h 30`, `20h`, `20`, `2030` and `930` are hours; several are apart by spaces or commas. Null when one of them
 * is none, or when there is none.
 */
export function readTimes(text: string): readonly string[] | null {
  const joined = text.replace(/(\d)\s+h\b\s*(\d{2}\b)?/gi, (_, digit: string, minutes = ' ') => `${digit}h${minutes}`);
  const times = joined
    .split(/[\s,;]+/)
    .filter((word) => word !== '')
    .map(toTime);
  return times.length > 0 && times.every((time) => time !== null) ? times : null;
}

function toTime(word: string): string | null {
  const match = /^(\d{1,2})[:h]?(\d{2})?$/i.exec(word);
  const [hours, minutes] = [Number(match?.[1] ?? 99), Number(match?.[2] ?? 0)];
  return hours < 24 && minutes < 60 ? `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` : null;
}

function refuse(field: DatesFault['field'], message: string): ReadDates {
  return { ok: false, fault: { field, message } };
}
