import { type Database } from '@/server/db/client';
import { type Actor } from '@/server/trpc/context';
import { demoAccounts } from '../demo-accounts';

const siret = '55210055400013';

/** The structure of the demonstration, which the simulated company directory knows too; and its member, ready to act. */
export async function seedOrganization(db: Database): Promise<Actor> {
  const { email, firstname, lastname } = demoAccounts.member;
  const user = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  const organization = await db.organization.upsert({
    where: { siret },
    create: {
      name: 'Association Le Phare d’Ouessant',
      siren: siret.slice(0, 9),
      siret,
      street: '4 rue du Créac’h',
      postalCode: '29242',
      city: 'Ouessant',
      sacemId: '500123',
      sacdId: '40418',
      licenceNumbers: ['PLATESV-D-2024-001234'],
    },
    update: {},
    select: { id: true },
  });
  await db.membership.createMany({
    data: [{ organizationId: organization.id, userId: user.id }],
    skipDuplicates: true,
  });
  return {
    db,
    user: { id: user.id, email, firstname, lastname, isAdmin: false },
    organizationId: organization.id,
    correlationId: 'seed',
  };
}
