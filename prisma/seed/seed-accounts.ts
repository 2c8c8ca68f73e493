import { hashPassword } from 'better-auth/crypto';
import { termsVersion } from '@/domain/terms';
import { type Database } from '@/server/db/client';
import { type DemoAccount, demoAccounts, demoPassword } from '../demo-accounts';

/** Makes the people of the demonstration, confirmed, with the password that is printed; those who are there stay as they are. */
export async function seedAccounts(db: Database): Promise<void> {
  const password = await hashPassword(demoPassword);
  for (const account of Object.values(demoAccounts)) await seedAccount(db, account, password);
}

async function seedAccount(db: Database, account: DemoAccount, password: string): Promise<void> {
  const { email, firstname, lastname, role } = account;
  if (await db.user.findUnique({ where: { email } })) return;
  const id = `demo-${email.split('@')[0]}`;
  await db.user.create({
    data: {
      id,
      email,
      emailVerified: true,
      name: `${firstname} ${lastname}`,
      firstname,
      lastname,
      role,
      termsVersion,
      termsAcceptedAt: new Date(),
      // The shape of Better Auth's own accounts with a password.
      accounts: { create: { id: `${id}-password`, accountId: id, providerId: 'credential', password } },
    },
  });
}
