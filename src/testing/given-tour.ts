import { type Database } from '@/server/db/client';
import { type GivenShow, givenAgencies, givenShow } from './given-show';

export const tourAgencies = ['brest@delegation-sacem.test', 'rennes@delegation-sacem.test'] as const;

/** SACEM's agencies of two departments: that of Ouessant, and one for Rennes. */
export async function givenTourAgencies(db: Database): Promise<void> {
  await givenAgencies(db);
  await db.agency.create({
    data: {
      organism: 'SACEM',
      name: 'Délégation de Rennes',
      email: tourAgencies[1],
      postalCodes: { create: { organism: 'SACEM', code: '35000' } },
    },
  });
}

/** A show of three evenings declared to SACEM: two at its own place, in Ouessant, the last one elsewhere (Rennes by default). */
export async function givenTour(db: Database, postalCode = '35000'): Promise<GivenShow> {
  const show = await givenShow(db, { organisms: ['SACEM'] });
  const { id: venueId } = await db.venue.create({
    data: {
      organizationId: show.organizationId,
      name: 'Théâtre du Vieux-Pont',
      street: '3 rue des Tanneurs',
      postalCode,
      city: 'Rennes',
    },
  });
  await db.performance.update({ where: { id: show.performanceIds[2] ?? '' }, data: { venueId } });
  return show;
}
