import { randomUUID } from 'node:crypto';
import { termsVersion } from '@/domain/terms';
import { type Database } from '@/server/db/client';
import { type SignedInUser } from '@/server/trpc/context';

/** A confirmed person, without a password; `isAdmin` makes an admin of them. */
export async function givenUser(db: Database, values: Partial<SignedInUser> = {}): Promise<SignedInUser> {
  const id = values.id ?? randomUUID();
  const user: SignedInUser = {
    id,
    email: `camille.${id}@phare-ouessant.test`,
    firstname: 'Camille',
    lastname: 'Le Gall',
    isAdmin: false,
    ...values,
  };
  await db.user.create({
    data: {
      id,
      email: user.email,
      emailVerified: true,
      name: `${user.firstname} ${user.lastname}`,
      firstname: user.firstname,
      lastname: user.lastname,
      role: user.isAdmin ? 'admin' : 'user',
      termsVersion,
      termsAcceptedAt: new Date('2026-01-01T00:00:00.000Z'),
    },
  });
  return user;
}
