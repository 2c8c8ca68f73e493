import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addDays } from 'date-fns/addDays';
import { type Database } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';
import { type Actor } from '@/server/trpc/context';
import { type CountingDatabase, createCountingDatabase } from '@/testing/count-queries';
import { type TestDatabase, createTestDatabase } from '@/testing/database';
import { givenSeason, givenStructure } from '@/testing/given-season';
import { findDeadline } from './find-deadline';
import { listTodo } from './list-todo';

describe('listTodo', () => {
  let database: TestDatabase;
  let counting: CountingDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    counting = createCountingDatabase(database.url);
    db = counting.db;
  });
  afterAll(async () => {
    await db.$disconnect();
    await database.drop();
  });

  function ask(organizationId: string) {
    const user = { id: 'u', email: 'ada@lucioles.test', firstname: 'Ada', lastname: 'Noir', isAdmin: false };
    const actor: Actor = { db, user, organizationId, correlationId: 'test' };
    return listTodo(actor, { organizationId });
  }

  function toSubmission(organizationId: string, number: number) {
    return {
      organizationId,
      organism: 'SACD' as const,
      number,
      state: 'refused' as const,
      payload: {},
      payloadSha256: '0'.repeat(64),
      recipient: 'SACD',
      authorName: 'Ada Noir',
      authorEmail: 'ada@lucioles.test',
    };
  }

  /** A show whose only performance ended that many days ago; negative for one to come. */
  async function givenShow(
    organizationId: string,
    name: string,
    daysAgo: number,
    values: Partial<Prisma.SeriesUncheckedCreateInput> = {},
  ): Promise<{ id: string; endAt: Date }> {
    const endAt = addDays(new Date(), -daysAgo);
    const { id } = await db.series.create({
      data: {
        organizationId,
        system: 'billetweb',
        remoteAccount: 'compte',
        remoteId: name,
        name,
        searchText: name.toLowerCase(),
        firstStartAt: endAt,
        lastStartAt: endAt,
        lastEndAt: endAt,
        performances: {
          create: {
            remoteId: '1',
            startAt: endAt,
            endAt,
            importedIncludingCents: 180_000,
            importedExcludingCents: 170_616,
            importedTaxRateBp: 550,
            importedPaidTickets: 120,
            importedFreeTickets: 8,
            importedAt: endAt,
          },
        },
        ...values,
      },
    });
    return { id, endAt };
  }

  it('groups what is over and not received by deadline, with its source and what is missing', async () => {
    const { id } = await givenStructure(db);
    const late = await givenShow(id, 'En retard', 40, {
      declarations: {
        create: {
          organism: 'SACD',
          state: 'refused',
          dueAt: findDeadline('SACD', addDays(new Date(), -40))?.dueAt,
          submissions: { create: [toSubmission(id, 1), toSubmission(id, 2)] },
        },
      },
    });
    const last = await db.submission.findFirstOrThrow({ where: { organizationId: id, number: 2 } });
    const soon = await givenShow(id, 'Cette semaine', 5, {
      declarations: { create: [{ organism: 'SACEM', dueAt: findDeadline('SACEM', addDays(new Date(), -5))?.dueAt }] },
    });
    const undecided = await givenShow(id, 'Rien de choisi', 2);
    await givenShow(id, 'Envoyée', 50, { declarations: { create: { organism: 'SACD', state: 'sent' } } });
    await givenShow(id, 'En cours', 50, { declarations: { create: { organism: 'SACD', state: 'sending' } } });
    await givenShow(id, 'À venir', -3, { declarations: { create: { organism: 'SACEM' } } });

    const todo = await ask(id);
    expect(todo.next).toBeNull();
    expect([todo.late.more, todo.thisWeek.more, todo.later.more]).toEqual([0, 0, 0]);
    expect(todo.late.items).toEqual([
      {
        seriesId: late.id,
        seriesName: 'En retard',
        lastPerformanceAt: late.endAt.toISOString(),
        organism: 'SACD',
        state: 'refused',
        submissionId: last.id,
        dueAt: findDeadline('SACD', late.endAt)?.dueAt.toISOString(),
        dueSource: findDeadline('SACD', late.endAt)?.source,
        missing: expect.arrayContaining([{ field: 'organization.sacdId', code: 'required' }]),
      },
    ]);
    expect(todo.thisWeek.items).toMatchObject([
      { seriesId: soon.id, organism: 'SACEM', dueSource: expect.stringContaining('Dix jours') },
    ]);
    expect(todo.later.items).toMatchObject([
      {
        seriesId: undecided.id,
        organism: null,
        state: null,
        submissionId: null,
        dueAt: findDeadline('SACEM', undecided.endAt)?.dueAt.toISOString(),
        missing: [{ field: 'series.organisms', code: 'required' }],
      },
    ]);
  });

  it('says of a complete declaration that nothing is missing, and of an unserved town that it has no office', async () => {
    const { id } = await givenStructure(db);
    await db.organization.update({
      where: { id },
      data: { sacemId: '500123', street: '4 rue du Créac’h', postalCode: '29242', city: 'Ouessant' },
    });
    await db.agency.create({
      data: {
        organism: 'SACEM',
        email: 'bretagne@sacem.test',
        name: 'Bretagne',
        postalCodes: { create: { organism: 'SACEM', code: '29242' } },
      },
    });
    const complete = (venue: string, postalCode: string): Partial<Prisma.SeriesUncheckedCreateInput> => ({
      genre: 'THEATRE_AND_STORYTELLING_AND_MIME',
      producerName: 'Compagnie des Embruns',
      producerSiren: '443061841',
      capacity: 300,
      taxRateBp: 550,
      totalExpensesExcludingCents: 250_000n,
      totalExpensesIncludingCents: 263_750n,
      approachExcludingCents: 0n,
      approachIncludingCents: 0n,
      circusExcludingCents: 0n,
      circusIncludingCents: 0n,
      declarations: { create: { organism: 'SACEM', dueAt: addDays(new Date(), 7) } },
      venueId: venueIds.get(`${venue} ${postalCode}`),
    });
    const venueIds = new Map<string, string>();
    for (const postalCode of ['29242', '98000']) {
      const venue = await db.venue.create({
        data: { organizationId: id, name: 'Salle', street: '1 place', postalCode, city: 'Ville', countryCode: 'FR' },
      });
      venueIds.set(`Salle ${postalCode}`, venue.id);
    }
    await givenShow(id, 'Servie', 3, complete('Salle', '29242'));
    await givenShow(id, 'Sans délégation', 2, complete('Salle', '98000'));
    const { thisWeek, later } = await ask(id);
    const missing = [...thisWeek.items, ...later.items].map((item) => [item.seriesName, item.missing]);
    expect(missing).toEqual([
      ['Servie', []],
      ['Sans délégation', [{ field: 'series.venue', code: 'no-agency' }]],
    ]);
  });

  it('tells the next show to end when nothing is due', async () => {
    const { id } = await givenStructure(db);
    expect(await ask(id)).toMatchObject({ next: null });
    await givenShow(id, 'Plus tard', -20);
    const { id: seriesId, endAt } = await givenShow(id, 'Bientôt', -4);
    expect((await ask(id)).next).toEqual({ seriesId, seriesName: 'Bientôt', endsAt: endAt.toISOString() });
  });

  it('shows fifty lines a group, counts the others, and sends as many queries for many shows as for few', async () => {
    const statements: number[] = [];
    for (const series of [3, 60, 600]) {
      const { id } = await givenStructure(db);
      await givenSeason(db, { organizationId: id, series, performances: 5, now: new Date() });
      let todo: Awaited<ReturnType<typeof ask>> | undefined;
      statements.push((await counting.record(async () => (todo = await ask(id)))).length);
      const groups = [todo?.late, todo?.thisWeek, todo?.later];
      expect(groups.reduce((sum, group) => sum + (group ? group.items.length + group.more : 0), 0)).toBe(series);
      expect(groups.every((group) => group && group.items.length <= 50)).toBe(true);
    }
    expect(new Set(statements).size).toBe(1);
  });
});
