import { toParisDay, toParisInstant } from './calendar';

/** A season of live performance: from 1 September to 31 August, in Paris time, named by the year it begins in. */
export type Season = { readonly year: number };

/** The season that holds an instant. */
export function toSeason(instant: Date): Season {
  const day = toParisDay(instant);
  const year = Number(day.slice(0, 4));
  return { year: Number(day.slice(5, 7)) >= 9 ? year : year - 1 };
}

/** First instant (UTC) of a season: midnight in Paris on 1 September. Throws a RangeError for a year without four digits. */
export function startOfSeason({ year }: Season): Date {
  const start = toParisInstant(`${year}-09-01`, '00:00');
  if (!start) throw new RangeError(`no season begins in ${year}`);
  return start;
}

/** Whether an instant is in a season. */
export function isInSeason(instant: Date, { year }: Season): boolean {
  return instant >= startOfSeason({ year }) && instant < startOfSeason({ year: year + 1 });
}

/** `2025-2026`: a season in addresses, file names and sentences. */
export function toSeasonKey({ year }: Season): string {
  return `${year}-${year + 1}`;
}

/** The season of `2025-2026`; null for anything else. */
export function parseSeasonKey(key: string): Season | null {
  const match = /^([12]\d{3})-([12]\d{3})$/.exec(key);
  const year = Number(match?.[1]);
  return match && Number(match[2]) === year + 1 ? { year } : null;
}
