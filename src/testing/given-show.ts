import { randomInt, randomUUID } from 'node:crypto';
import { type Database } from '@/server/db/client';
import { type Organism, type Prisma } from '@/server/db/generated/client';
import { type Actor, type SignedInUser } from '@/server/trpc/context';

export type GivenShow = {
  /** A member of the structure, acting in it. */
  readonly actor: Actor;
  readonly organizationId: string;
  readonly seriesId: string;
  /** In order of start. */
  readonly performanceIds: readonly string[];
};

/** Agencies of both organisms for Ouessant, as `cli agencies sync` would leave them. */
export async function givenAgencies(db: Database): Promise<void> {
  await db.agency.create({
    data: {
      organism: 'SACEM',
      name: 'Délégation de Brest',
      email: 'brest@delegation-sacem.test',
      postalCodes: { create: { organism: 'SACEM', code: '29242' } },
    },
  });
}

export async function givenActor(db: Database, organizationId: string): Promise<Actor> {
  const id = randomUUID();
  const user: SignedInUser = {
    id,
    email: `nolwenn.${id}@phare-ouessant.test`,
    firstname: 'Nolwenn',
    lastname: 'Cadiou',
    isAdmin: false,
  };
  await db.user.create({
    data: {
      id,
      email: user.email,
      name: 'Nolwenn Cadiou',
      firstname: user.firstname,
      lastname: user.lastname,
      termsVersion: '2026-01',
      termsAcceptedAt: new Date('2026-01-01T00:00:00.000Z'),
      memberships: { create: { organizationId } },
    },
  });
  return { db, user, organizationId, correlationId: 'test' };
}

/**
 * A structure with one complete show, ready to be declared to SACEM and SACD: `performances` evenings in June 2024, long past, of
 * 120 paid tickets at 15.00 €, 5.5 %. Every call makes a structure of its own.
 */
export async function givenShow(
  db: Database,
  values: {
    performances?: number;
    organisms?: readonly Organism[];
    series?: Partial<Prisma.SeriesUncheckedCreateInput>;
    organization?: Partial<Prisma.OrganizationUncheckedCreateInput>;
  } = {},
): Promise<GivenShow> {
  const siren = String(randomInt(100_000_000, 999_999_999));
  const organization = await db.organization.create({
    data: {
      name: 'Association Le Phare d’Ouessant',
      siren,
      siret: `${siren}00013`,
      street: '4 rue du Créac’h',
      postalCode: '29242',
      city: 'Ouessant',
      sacemId: '500123',
      sacdId: '40418',
      ...values.organization,
    },
  });
  const venue = await db.venue.create({
    data: {
      organizationId: organization.id,
      name: 'Salle du Stiff',
      street: '1 place de l’Église',
      postalCode: '29242',
      city: 'Ouessant',
    },
  });
  const starts = Array.from({ length: values.performances ?? 3 }, (_, index) => {
    return new Date(Date.UTC(2024, 5, 1, 18, 30) + index * 3_600_000);
  });
  const series = await db.series.create({
    data: {
      organizationId: organization.id,
      system: 'billetweb',
      remoteAccount: 'compte',
      remoteId: randomUUID(),
      name: 'La Nuit des gardiens',
      searchText: 'la nuit des gardiens',
      genre: 'THEATRE_AND_STORYTELLING_AND_MIME',
      producerName: 'Compagnie des Embruns',
      producerSiren: '443061841',
      venueId: venue.id,
      capacity: 180,
      taxRateBp: 550,
      totalExpensesExcludingCents: 240000,
      totalExpensesIncludingCents: 253200,
      approachExcludingCents: 40000,
      approachIncludingCents: 42200,
      circusExcludingCents: 0,
      circusIncludingCents: 0,
      firstStartAt: starts[0],
      lastStartAt: starts.at(-1),
      lastEndAt: starts.at(-1),
      performances: {
        create: starts.map((startAt, index) => ({
          remoteId: String(index + 1),
          startAt,
          importedIncludingCents: 180000,
          importedExcludingCents: 170616,
          importedTaxRateBp: 550,
          importedPaidTickets: 120,
          importedFreeTickets: 8,
          importedAt: new Date('2024-07-01T03:00:00.000Z'),
        })),
      },
      declarations: { create: (values.organisms ?? ['SACEM', 'SACD']).map((organism) => ({ organism })) },
      ...values.series,
    },
    include: { performances: { orderBy: { startAt: 'asc' } } },
  });
  return {
    actor: await givenActor(db, organization.id),
    organizationId: organization.id,
    seriesId: series.id,
    performanceIds: series.performances.map(({ id }) => id),
  };
}
