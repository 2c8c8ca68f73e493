import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { startOfDay } from 'date-fns/startOfDay';
import { type ErrorCode } from '@/domain/errors';
import { parisTimeZone } from '@/domain/calendar';
import { isRetryable } from '@/connectors/is-retryable';

/** Synchronisations of the night run between 1 h and 6 h, Paris time: shows are over, offices are closed. */
const nightStartsAtHour = 1;
const nightMinutes = 300;

/** A provider in trouble is asked again after these minutes, then with the next nights. */
const retryMinutes = [15, 60, 240];
/** From this many failures in a row on, every third night; and from the second bound on, once a week. */
const slowFrom = 5;
const slowestFrom = 10;

/**
 * When a connection runs next: its own minute of the coming night, the same every night, so that connections do not all run
 * at once. After failures: soon when waiting may mend it, then each night, then more and more rarely.
 */
export function planNextRun(
  connection: { readonly id: string; readonly consecutiveFailures: number; readonly errorCode: ErrorCode | null },
  now: Date,
): Date {
  const { consecutiveFailures: failures, errorCode } = connection;
  const minutes = retryMinutes[failures - 1];
  if (errorCode !== null && isRetryable(errorCode) && minutes !== undefined) {
    return new Date(now.getTime() + minutes * 60_000);
  }
  const nights = failures >= slowestFrom ? 7 : failures >= slowFrom ? 3 : 1;
  return addNights(nextNight(connection.id, now), nights - 1);
}

/** The first moment after `now` that is this connection's minute of the night. */
function nextNight(connectionId: string, now: Date): Date {
  const tonight = atMinuteOfNight(new TZDate(now, parisTimeZone), connectionId);
  return tonight.getTime() > now.getTime()
    ? tonight
    : atMinuteOfNight(addDays(new TZDate(now, parisTimeZone), 1), connectionId);
}

/** Built from the calendar day, so that nights of 23 and 25 hours keep their wall clock. */
function atMinuteOfNight(day: TZDate, connectionId: string): Date {
  const offset = toOffsetMinutes(connectionId);
  const moment = startOfDay(day);
  moment.setHours(nightStartsAtHour, offset);
  return new Date(moment.getTime());
}

function addNights(moment: Date, nights: number): Date {
  return new Date(addDays(new TZDate(moment, parisTimeZone), nights).getTime());
}

/** From 0 to 299, spread evenly and always the same for one connection (FNV-1a). */
function toOffsetMinutes(connectionId: string): number {
  let hash = 0x811c9dc5;
  for (const character of connectionId) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0) % nightMinutes;
}
