import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns/addDays';
import { setHours } from 'date-fns/setHours';
import { startOfDay } from 'date-fns/startOfDay';
import { parisDaysBetween, parisTimeZone } from '../calendar';
import type { DeclarationState } from '../declaration/status';

/** Mails and transmissions that nobody asked for at that moment leave between these hours of Paris, never at night. */
export const morningHour = 8;
export const eveningHour = 20;

/** Announced at the earliest three days before the deadline, so as to leave two days before it. */
const announcedDaysBefore = 3;

/** A transmission that a person allowed, and the declaration it is about, as they are now. */
export type AutomaticTransmission = {
  readonly state: DeclarationState;
  readonly dueAt: Date | null;
  /** Complete, still, and without a warning that a person should see. */
  readonly isFit: boolean;
  /** When the mail that announces it left; null before. */
  readonly announcedAt: Date | null;
  /** When it is to leave, once it is announced. */
  readonly plannedFor: Date | null;
};

/** `announce`: by mail, with the morning it will leave. `send`: now. `give-up`: it was announced, and will not leave: say why. */
export type AutomaticStep = 'wait' | 'announce' | 'send' | 'give-up';

/**
 * What to do now of a transmission that was allowed. It leaves two days before the deadline, the day after its announcement and never
 * the same day; what becomes fit too late for that is announced the next morning, up to the eve of the deadline. Past the deadline
 * nothing leaves by itself.
 */
export function planAutomatic(planned: AutomaticTransmission, now: Date): AutomaticStep {
  const { state, dueAt, isFit, announcedAt, plannedFor } = planned;
  if (plannedFor !== null) {
    if (state !== 'draft' || !isFit || dueAt === null || dueAt.getTime() < now.getTime()) return 'give-up';
    // A mail that did not leave yet announces nothing. It is tried again for a day; then all of it is announced for another morning.
    if (announcedAt === null) return parisDaysBetween(plannedFor, now) < 1 ? 'wait' : announceOrGiveUp(now, dueAt);
    if (parisDaysBetween(announcedAt, now) < 1) return 'wait';
    return plannedFor.getTime() <= now.getTime() ? 'send' : 'wait';
  }
  if (state !== 'draft' || !isFit || dueAt === null) return 'wait';
  const days = parisDaysBetween(now, dueAt);
  return days >= 1 && days <= announcedDaysBefore ? 'announce' : 'wait';
}

/** Nothing leaves unannounced: on the day of the deadline it is too late to, and people still have that day to send it themselves. */
function announceOrGiveUp(now: Date, dueAt: Date): AutomaticStep {
  return parisDaysBetween(now, dueAt) >= 1 ? 'announce' : 'give-up';
}

/** Eight o’clock in Paris on the day after this instant. */
export function nextMorning(now: Date): Date {
  return toMorning(addDays(new TZDate(now, parisTimeZone), 1));
}

function toMorning(day: TZDate): Date {
  return new Date(setHours(startOfDay(day), morningHour).getTime());
}

/** The next eight o’clock in Paris: today's when it is still to come. */
export function findNextMorning(now: Date): Date {
  const today = toMorning(new TZDate(now, parisTimeZone));
  return today.getTime() > now.getTime() ? today : nextMorning(now);
}

/** Whether it is a decent hour in Paris for what nobody waits for. */
export function isDaytime(now: Date): boolean {
  const hour = new TZDate(now, parisTimeZone).getHours();
  return hour >= morningHour && hour < eveningHour;
}
