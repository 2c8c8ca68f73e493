import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { type JobHandler } from '@/server/jobs/define-job';
import { mailer } from '@/server/mailer/mailer';
import { type announceTransmissionJob } from './announce-transmission';
import { deliverAnnouncement } from './deliver-announcement';

export const handle: JobHandler<z.infer<typeof announceTransmissionJob.schema>> = (payload) => {
  const { APP_BASE_URL: baseUrl, MAIL_FROM_DOMAIN: mailDomain } = env();
  return deliverAnnouncement({ db: database(), mailer: mailer(), mailDomain, baseUrl }, payload, new Date());
};
