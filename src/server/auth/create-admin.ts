import 'server-only';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/domain/errors';
import { termsVersion } from '@/domain/terms';
import { recordAudit } from '@/server/audit/record';
import { type Database } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { sendAccountMailJob } from '@/server/jobs/send-account-mail';

/**
 * Makes an admin of the person of this address. Somebody unknown gets an account without a password, and the mail that
 * lets them choose one: no password ever goes through a command.
 */
export async function createAdmin(db: Database, address: string): Promise<'created' | 'promoted' | 'unchanged'> {
  const email = address.trim().toLowerCase();
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
    throw new AppError('invalid-input', `${address} n’est pas une adresse`);
  return db.$transaction(async (tx) => {
    const known = await tx.user.findUnique({ where: { email }, select: { id: true, role: true } });
    if (known?.role === 'admin') return 'unchanged';
    const id = known?.id ?? randomUUID();
    if (known) await tx.user.update({ where: { id }, data: { role: 'admin' } });
    else {
      const firstname = email.slice(0, email.indexOf('@'));
      await tx.user.create({
        data: {
          id,
          email,
          name: firstname,
          firstname,
          lastname: '',
          role: 'admin',
          termsVersion,
          termsAcceptedAt: new Date(),
        },
      });
      await enqueue(tx, sendAccountMailJob, { mail: 'reset-password', email, id: randomUUID() });
    }
    await recordAudit(tx, {
      action: 'admin.created',
      organizationId: null,
      actor: { id: null, name: 'cli' },
      subject: id,
    });
    return known ? 'promoted' : 'created';
  });
}
