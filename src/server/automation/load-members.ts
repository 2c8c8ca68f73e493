import 'server-only';
import { type ReminderKind, reminderKinds } from '@/domain/automation/plan-reminder';
import { type Database } from '@/server/db/client';

/** A person who can be written to about a structure. */
export type Member = {
  readonly userId: string;
  readonly email: string;
  readonly firstname: string;
  readonly lastname: string;
  readonly muted: ReadonlySet<ReminderKind>;
  /** By declaration, or by quarter: what they were told, or others before they came. */
  readonly told: ReadonlyMap<string, ReadonlySet<ReminderKind>>;
};

/** The members of a structure, the oldest first, with what each was told and does not want to be told. Three queries. */
export async function loadMembers(db: Database, organizationId: string): Promise<readonly Member[]> {
  const memberships = await db.membership.findMany({
    where: { organizationId, user: { banned: false } },
    select: {
      createdAt: true,
      user: { select: { id: true, email: true, firstname: true, lastname: true, mutedReminders: true } },
    },
    orderBy: [{ createdAt: 'asc' }, { userId: 'asc' }],
  });
  const reminders = await db.reminder.findMany({
    where: { organizationId },
    select: { declarationId: true, period: true, kind: true, userId: true, createdAt: true },
  });
  return memberships.map(({ createdAt, user }) => {
    const told = new Map<string, Set<ReminderKind>>();
    for (const reminder of reminders) {
      // What the others were told before this person came is old news.
      if (reminder.userId !== user.id && reminder.createdAt >= createdAt) continue;
      const key = reminder.declarationId ?? reminder.period ?? '';
      const kinds = told.get(key) ?? new Set();
      toKinds([reminder]).forEach((kind) => kinds.add(kind));
      told.set(key, kinds);
    }
    const { id: userId, mutedReminders, ...person } = user;
    return { userId, ...person, muted: new Set(toKinds(mutedReminders)), told };
  });
}

/** Kinds of rows: text in the database, held to the list by a CHECK. */
export function toKinds(rows: readonly { readonly kind: string }[]): readonly ReminderKind[] {
  return rows.flatMap((row) => reminderKinds.find((kind) => kind === row.kind) ?? []);
}
