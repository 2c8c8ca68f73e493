import { parisDaysBetween } from '../calendar';
import { canTransmit, type DeclarationState } from '../declaration/status';

/**
 * What people are told of a declaration that waits for them, each at most once a person: it is ready; its deadline comes within a
 * week, within a day; its deadline has passed.
 */
export const reminderKinds = ['ready', 'week', 'day', 'late'] as const;
export type ReminderKind = (typeof reminderKinds)[number];

/** A declaration as the planning sees it, for one person. */
export type RemindedDeclaration = {
  readonly state: DeclarationState;
  /** Last instant of the last Paris day to declare; null when nothing says when. */
  readonly dueAt: Date | null;
  /** Complete, and its figures still: a person has only to look and send. */
  readonly isReady: boolean;
  /** What this person was told of it already, or did not want to be told. */
  readonly told: ReadonlySet<ReminderKind>;
  /** What this person turned off. */
  readonly muted: ReadonlySet<ReminderKind>;
};

export type ReminderPlan = {
  /** What to tell by mail now, at most one. */
  readonly tell: ReminderKind | null;
  /** What is settled without a mail of its own: turned off, or said by the one above. */
  readonly settle: readonly ReminderKind[];
};

const nothing: ReminderPlan = { tell: null, settle: [] };

/**
 * What to tell a person of a declaration this morning. One thing at most: a deadline that is met first when it is a day away is not told
 * as a week away too, and one long past is told once. What is turned off on its day is settled, never told later.
 */
export function planReminder({ state, dueAt, isReady, told, muted }: RemindedDeclaration, now: Date): ReminderPlan {
  // Received, on its way, or perhaps received: nothing to remind of.
  if (!canTransmit(state)) return nothing;
  const nearest = findNearest(dueAt, now);
  const isReadyNow = isReady && state === 'draft' && nearest !== 'late' && !told.has('ready');
  const due = [...(isReadyNow ? (['ready'] as const) : []), ...(nearest && !told.has(nearest) ? [nearest] : [])];
  const wanted = due.filter((kind) => !muted.has(kind));
  // Of «prête» and «dans un jour» on the same morning, the deadline is what matters; «prête» says the week by itself.
  const tell = wanted.find((kind) => kind === 'day' || kind === 'late') ?? wanted[0] ?? null;
  return { tell, settle: due.filter((kind) => kind !== tell) };
}

/** The reminder that the deadline calls for today. */
function findNearest(dueAt: Date | null, now: Date): Exclude<ReminderKind, 'ready'> | null {
  if (dueAt === null) return null;
  if (dueAt.getTime() < now.getTime()) return 'late';
  const days = parisDaysBetween(now, dueAt);
  if (days <= 1) return 'day';
  return days <= 7 ? 'week' : null;
}
