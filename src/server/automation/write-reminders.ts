import 'server-only';
import { type ReminderKind } from '@/domain/automation/plan-reminder';
import { type Transaction } from '@/server/db/client';
import { toKinds } from './load-members';

export type PlannedReminder = {
  /** One of the two. */
  readonly declarationId: string | null;
  readonly period: string | null;
  readonly userId: string;
  readonly kind: ReminderKind;
  /** Noted, and never told. */
  readonly isSettled: boolean;
};

/** Writes reminders that did not exist; who is to be written to about which kind, each pair once. One statement. */
export async function writeReminders(
  tx: Transaction,
  organizationId: string,
  planned: readonly PlannedReminder[],
  now: Date,
): Promise<readonly { readonly userId: string; readonly kind: ReminderKind }[]> {
  if (planned.length === 0) return [];
  const written = await tx.reminder.createManyAndReturn({
    data: planned.map((reminder) => ({ ...reminder, organizationId, createdAt: now })),
    skipDuplicates: true,
    select: { userId: true, kind: true, isSettled: true },
  });
  const pairs = written.filter(({ isSettled }) => !isSettled);
  const unique = new Map(pairs.map((pair) => [`${pair.userId} ${pair.kind}`, pair]));
  return [...unique.values()].flatMap((pair) => toKinds([pair]).map((kind) => ({ userId: pair.userId, kind })));
}
