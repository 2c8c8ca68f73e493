import 'server-only';
import { memberProcedure, router, signedInProcedure } from '@/server/trpc/trpc';
import { allowAutomatic } from './allow-automatic';
import {
  allowAutomaticInput,
  automaticOneInput,
  automaticViewSchema,
  automationScope,
  getAutomaticOutput,
} from './automation.schema';
import { getAutomatic } from './get-automatic';
import { getReminderPreferences, setReminderPreference } from './reminder-preferences';
import { reminderPreferencesOutput, setReminderPreferenceInput } from './reminder-preferences.schema';
import { stopAutomatic } from './stop-automatic';

export const automationRouter = router({
  get: memberProcedure
    .input(automationScope)
    .output(getAutomaticOutput)
    .query(({ ctx, input }) => getAutomatic(ctx.actor, input)),
  allow: memberProcedure
    .input(allowAutomaticInput)
    .output(automaticViewSchema)
    .mutation(({ ctx, input }) => allowAutomatic(ctx.actor, input)),
  stop: memberProcedure
    .input(automaticOneInput)
    .output(automaticViewSchema)
    .mutation(({ ctx, input }) => stopAutomatic(ctx.actor, input)),
  reminders: signedInProcedure
    .output(reminderPreferencesOutput)
    .query(({ ctx }) => getReminderPreferences(ctx.db, ctx.user.id)),
  setReminder: signedInProcedure
    .input(setReminderPreferenceInput)
    .output(reminderPreferencesOutput)
    .mutation(({ ctx, input }) => setReminderPreference(ctx.db, ctx.user.id, input)),
});
