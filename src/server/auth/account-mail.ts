import 'server-only';
import { randomUUID } from 'node:crypto';
import { database } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { type AccountMail, sendAccountMailJob } from '@/server/jobs/send-account-mail';

/**
 * Asks for a mail about the account of an address, known or not: the worker looks it up, so that a request costs the
 * same either way and tells nothing.
 */
export async function requestAccountMail(mail: AccountMail, email: string): Promise<void> {
  await database().$transaction((tx) => enqueue(tx, sendAccountMailJob, { mail, email, id: randomUUID() }));
}
