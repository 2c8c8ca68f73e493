import 'server-only';
import { type z } from 'zod';
import { writeAccountMail } from '@/server/auth/write-account-mail';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { mailer } from '@/server/mailer/mailer';
import { type JobHandler } from './define-job';
import { type sendAccountMailJob } from './send-account-mail';

/** Looks the address up, writes the mail, sends it. Nobody's address, or nothing left to say: done, without a word. */
export const handle: JobHandler<z.infer<(typeof sendAccountMailJob)['schema']>> = async ({ mail, email, id }) => {
  const owner = await database().user.findUnique({
    where: { email },
    select: { id: true, email: true, firstname: true, emailVerified: true, banned: true },
  });
  if (!owner || owner.banned) return;
  const written = await writeAccountMail(mail, owner);
  if (!written) return;
  const messageId = `<account.${id}@${env().MAIL_FROM_DOMAIN}>`;
  const outcome = await mailer().send({ ...written, to: owner.email, messageId });
  logger().info({ mail, outcome: outcome.kind }, 'account mail');
  // Only what surely did not leave is tried again; a person who waits for the others can ask once more.
  if (outcome.kind === 'not-sent') throw new Error(`The mail was not sent: ${outcome.reason}`);
};
