import type { TicketingSystem } from '@/domain/ticketing/model';

/**
 * How changes of old sales and of dates are found. A connector asks for what changed since its last success; what a provider
 * does not report that way is found by a night of each week that looks further back.
 */
export type LateChanges = {
  /** Minutes before the start of the last success at which the next one begins again: providers write sales down late. */
  readonly overlapMinutes: number;
  /** Days that the weekly long look goes back; null when every run reads everything anyway. */
  readonly weeklyLookDays: number | null;
};

/** Stated per system, from its documentation; the reasons are in docs/late-changes.md. */
export const lateChanges: Readonly<Record<TicketingSystem, LateChanges>> = {
  billetweb: { overlapMinutes: 2, weeklyLookDays: 60 },
  helloasso: { overlapMinutes: 2, weeklyLookDays: 60 },
  mapado: { overlapMinutes: 2, weeklyLookDays: 60 },
  shotgun: { overlapMinutes: 2, weeklyLookDays: 60 },
  soticket: { overlapMinutes: 0, weeklyLookDays: null },
  supersoniks: { overlapMinutes: 0, weeklyLookDays: null },
};
