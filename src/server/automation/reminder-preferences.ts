import 'server-only';
import type * as z from 'zod/mini';
import { reminderKinds } from '@/domain/automation/plan-reminder';
import { type Database } from '@/server/db/client';
import { type ReminderPreferences, type setReminderPreferenceInput } from './reminder-preferences.schema';

type Preference = z.infer<typeof setReminderPreferenceInput>;

/** Which reminders a person receives: all of them until they say otherwise. */
export async function getReminderPreferences(db: Database, userId: string): Promise<ReminderPreferences> {
  const muted = await db.mutedReminder.findMany({ where: { userId }, select: { kind: true } });
  return { preferences: reminderKinds.map((kind) => ({ kind, isOn: !muted.some((row) => row.kind === kind) })) };
}

/** Turns a kind on or off; said twice, it is the same. What is already on its way to be told is not told either. */
export async function setReminderPreference(
  db: Database,
  userId: string,
  { kind, isOn }: Preference,
): Promise<ReminderPreferences> {
  if (isOn) await db.mutedReminder.deleteMany({ where: { userId, kind } });
  else await db.mutedReminder.createMany({ data: [{ userId, kind }], skipDuplicates: true });
  return getReminderPreferences(db, userId);
}
