import * as z from 'zod/mini';
import { reminderKinds } from '@/domain/automation/plan-reminder';

export const setReminderPreferenceInput = z.object({ kind: z.enum(reminderKinds), isOn: z.boolean() });
/** Every kind, in the order of the screen. */
export const reminderPreferencesOutput = z.object({
  preferences: z.array(z.object({ kind: z.enum(reminderKinds), isOn: z.boolean() })),
});
export type ReminderPreferences = z.infer<typeof reminderPreferencesOutput>;
