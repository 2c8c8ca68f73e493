import { type Database } from '@/server/db/client';
import { givenStructure } from '@/testing/given-season';
import { givenActor } from '@/testing/given-show';
import { type Actor } from '@/server/trpc/context';

/** A person of a structure with an address, written; nothing is connected yet. */
export async function givenMember(db: Database): Promise<Actor> {
  const { id } = await givenStructure(db, 'Association Le Phare d’Ouessant');
  const address = { street: '4 rue du Créac’h', postalCode: '29242', city: 'Ouessant' };
  await db.organization.update({ where: { id }, data: address });
  return givenActor(db, id);
}
