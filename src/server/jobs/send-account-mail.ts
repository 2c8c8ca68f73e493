import 'server-only';
import { z } from 'zod';
import { defineJob } from './define-job';

/** Mails about an account. Links are made when the mail is sent: no token ever waits in the queue. */
export const accountMails = [
  'confirmation',
  'already-registered',
  'reset-password',
  'password-changed',
  'welcome',
] as const;
export type AccountMail = (typeof accountMails)[number];

/** `id` makes two requests two mails, and two attempts one. The address may be nobody's: the handler then does nothing. */
export const sendAccountMailJob = defineJob({
  name: 'send-account-mail',
  schema: z.object({ mail: z.enum(accountMails), email: z.email(), id: z.uuid() }),
  retryLimit: 8,
  retryDelaySeconds: 2,
  retryDelayMaxSeconds: 900,
  expireInSeconds: 120,
  concurrency: 4,
  key: ({ id }) => id,
});
