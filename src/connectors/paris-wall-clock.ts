import { tzOffset } from '@date-fns/tz';

const wallClock = /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2}))?$/;

/**
 * The instant of a `YYYY-MM-DD HH:MM[:SS]` written without zone by a vendor that means Europe/Paris, as ISO-8601 UTC.
 * The hour that happens twice in October is its first occurrence (summer time); the one that does not exist in March is moved
 * an hour later. Null for an empty text, the vendors' zero date, and what is not a date (31 February).
 */
export function parseParisWallClock(text: string): string | null {
  const match = wallClock.exec(text.trim());
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  if (year < 1970 || hours > 23 || minutes > 59 || seconds > 59) return null;
  const calendarDay = new Date(Date.UTC(year, month - 1, day));
  if (calendarDay.getUTCMonth() !== month - 1 || calendarDay.getUTCDate() !== day) return null;
  return toParisInstant(Date.UTC(year, month - 1, day, hours, minutes, seconds)).toISOString();
}

const winterMinutes = 60;
const summerMinutes = 120;

/** Tries summer first, so that the answer depends neither on the zone of the server nor on a library's taste. */
function toParisInstant(wallClockAsUtc: number): Date {
  const inSummer = new Date(wallClockAsUtc - summerMinutes * 60_000);
  if (tzOffset('Europe/Paris', inSummer) === summerMinutes) return inSummer;
  return new Date(wallClockAsUtc - winterMinutes * 60_000);
}
