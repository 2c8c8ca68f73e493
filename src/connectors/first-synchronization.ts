import { TZDate } from '@date-fns/tz';
import { subMonths } from 'date-fns/subMonths';

/** How far back a connection that never synchronised looks: a season and the month that follows it. */
const firstMonths = 13;

/** The `since` of a first synchronisation: 13 months back, same Paris wall clock. */
export function toFirstSince(now: Date): Date {
  return new Date(subMonths(new TZDate(now, 'Europe/Paris'), firstMonths).getTime());
}

/** Whether so much was asked that getting nothing is suspicious: with a wrong account some systems answer an empty success. */
export function isFirstSynchronization(since: Date, now: Date): boolean {
  return since.getTime() <= subMonths(new TZDate(now, 'Europe/Paris'), firstMonths - 1).getTime();
}
