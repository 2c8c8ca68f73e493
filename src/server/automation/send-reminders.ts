import 'server-only';
import * as z from 'zod';
import { reminderKinds } from '@/domain/automation/plan-reminder';
import { defineJob } from '@/server/jobs/define-job';

/** One mail to one person with what waits to be told of one kind, over all their structures. */
export const sendRemindersJob = defineJob({
  name: 'send-reminders',
  schema: z.object({ userId: z.string(), kind: z.enum(reminderKinds) }),
  retryLimit: 12,
  retryDelaySeconds: 60,
  retryDelayMaxSeconds: 7200,
  expireInSeconds: 180,
  key: ({ userId, kind }) => `${userId}:${kind}`,
  concurrency: 2,
});
