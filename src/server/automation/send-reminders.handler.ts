import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { type JobHandler } from '@/server/jobs/define-job';
import { mailer } from '@/server/mailer/mailer';
import { deliverReminders } from './deliver-reminders';
import { type sendRemindersJob } from './send-reminders';

export const handle: JobHandler<z.infer<typeof sendRemindersJob.schema>> = (payload) => {
  const { APP_BASE_URL: baseUrl, MAIL_FROM_DOMAIN: mailDomain } = env();
  return deliverReminders({ db: database(), mailer: mailer(), mailDomain, baseUrl }, payload, new Date());
};
