import { describe, expect, it } from '@jest/globals';
import { type DraftPatch } from '@/domain/declaration/draft';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenPair } from '@/testing/given-declaration';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { chooseOrganisms } from './choose-organisms';
import { getDeclaration } from './get-declaration';
import { saveDeclaration } from './save-declaration';

const database = givenTestDatabase();
const harbour = {
  name: 'Salle du Port',
  address: { street: '2 quai du Stiff', postalCode: '29217', city: 'Le Conquet', countryCode: 'FR' },
};

async function givenOpenShow(values?: Parameters<typeof givenShow>[1]) {
  const show = await givenShow(database.db, values);
  const scope = { organizationId: show.organizationId, seriesId: show.seriesId };
  return {
    ...show,
    scope,
    get: () => getDeclaration(show.actor, scope),
    save: (version: number, patch: DraftPatch) => saveDeclaration(show.actor, { ...scope, version, patch }),
  };
}

describe('getDeclaration', () => {
  it('gives the draft in numbers and instants', async () => {
    const show = await givenOpenShow({ performances: 1 });
    const page = await show.get();
    expect(page.draft.series.expenses.total).toEqual(givenPair(240000, 253200));
    expect(page.draft.performances).toEqual([
      {
        id: show.performanceIds[0],
        startAt: '2024-06-01T18:30:00.000Z',
        endAt: null,
        imported: {
          excludingTaxesCents: 170616,
          includingTaxesCents: 180000,
          taxRateBp: 550,
          paidTickets: 120,
          freeTickets: 8,
          importedAt: '2024-07-01T03:00:00.000Z',
        },
        corrected: { amounts: null, taxRateBp: null, paidTickets: null, freeTickets: null },
        correction: null,
        otherRevenue: {
          bar: givenPair(0, 0),
          catering: givenPair(0, 0),
          programmes: givenPair(0, 0),
          other: givenPair(0, 0),
        },
        overrides: { venue: null, capacity: null, audience: null, taxRateBp: null },
        gone: false,
        absence: { kept: null },
      },
    ]);
    expect(page.declarations.map(({ organism, state, locked }) => ({ organism, state, locked }))).toEqual([
      { organism: 'SACEM', state: 'draft', locked: false },
      { organism: 'SACD', state: 'draft', locked: false },
    ]);
    expect({ version: page.version, locked: page.locked }).toEqual({ version: 1, locked: false });
  });

  it('proposes the venues and producers of the other shows, once each', async () => {
    const show = await givenOpenShow();
    const { series, ...rest } = { series: { name: 'Autre' }, venue: harbour };
    const other = await database.db.series.create({
      data: {
        organizationId: show.organizationId,
        system: 'billetweb',
        remoteAccount: 'compte',
        remoteId: 'autre',
        name: series.name,
        capacity: 90,
        producerName: 'Compagnie du Port',
        producerSiren: '443061842',
      },
    });
    await saveDeclaration(show.actor, { ...show.scope, seriesId: other.id, version: 1, patch: { series: rest } });
    expect((await show.get()).suggestions).toEqual({
      venues: [{ venue: harbour, capacity: 90 }],
      producers: [{ name: 'Compagnie du Port', siren: '443061842' }],
      past: null,
    });
  });

  it('is not found from another structure', async () => {
    const show = await givenOpenShow();
    const stranger = await givenOpenShow();
    await expect(getDeclaration(stranger.actor, show.scope)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('sends as many queries for 200 performances as for 2', async () => {
    const counting = createCountingDatabase(database.url);
    const counts = [];
    for (const performances of [2, 200]) {
      const show = await givenOpenShow({ performances });
      const statements = await counting.record(() => getDeclaration({ ...show.actor, db: counting.db }, show.scope));
      counts.push(statements.length);
    }
    await counting.db.$disconnect();
    expect(counts[1]).toBe(counts[0]);
  });
});

describe('saveDeclaration', () => {
  it('keeps or leaves out a performance that is gone, both ways, and the dates of the show follow', async () => {
    const show = await givenOpenShow({ performances: 2 });
    const last = show.performanceIds.at(-1) ?? '';
    const readEnd = async () => {
      const { lastEndAt } = await database.db.series.findUniqueOrThrow({ where: { id: show.scope.seriesId } });
      return lastEndAt;
    };
    const answer = (version: number, kept: boolean | null) =>
      show.save(version, { performances: [{ id: last, absence: { kept } }] });
    await database.db.performance.update({ where: { id: last }, data: { goneAt: new Date() } });
    await answer(1, true);
    const whole = await readEnd();
    expect((await show.get()).draft.performances.at(-1)).toMatchObject({ gone: true, absence: { kept: true } });
    await answer(2, false);
    const shortened = await readEnd();
    expect(shortened?.getTime()).toBeLessThan(whole?.getTime() ?? 0);
    expect((await show.get()).draft.performances.at(-1)).toMatchObject({ gone: true, absence: { kept: false } });
    await answer(3, null);
    expect(await readEnd()).toEqual(shortened);
  });

  it('keeps no answer about a performance that is there', async () => {
    const show = await givenOpenShow();
    const [first = ''] = show.performanceIds;
    await show.save(1, { performances: [{ id: first, absence: { kept: true } }] });
    expect((await show.get()).draft.performances[0]).toMatchObject({ gone: false, absence: { kept: null } });
  });

  it('writes what the patch names and raises the version', async () => {
    const show = await givenOpenShow();
    const [first = ''] = show.performanceIds;
    const saved = await show.save(1, {
      organization: { sacdId: '40419' },
      series: { genre: 'DANCE', producer: null, venue: harbour, expenses: { approach: givenPair(1000, 1055) } },
      performances: [
        {
          id: first,
          corrected: { amounts: givenPair(160000, 168800), paidTickets: 119 },
          otherRevenue: { bar: givenPair(1000, 1200) },
          overrides: { capacity: 90, audience: 'SCHOOL' },
        },
      ],
    });
    expect(saved.version).toBe(2);
    const { draft } = await show.get();
    expect(draft.organization.sacdId).toBe('40419');
    expect(draft.series).toMatchObject({ genre: 'DANCE', producer: null, venue: harbour });
    expect(draft.series.expenses).toEqual({
      total: givenPair(240000, 253200),
      approach: givenPair(1000, 1055),
      circus: givenPair(0, 0),
    });
    expect(draft.performances[0]).toMatchObject({
      imported: { paidTickets: 120 },
      corrected: { amounts: givenPair(160000, 168800), taxRateBp: null, paidTickets: 119, freeTickets: null },
      correction: { by: 'Nolwenn Cadiou' },
      otherRevenue: { bar: givenPair(1000, 1200) },
      overrides: { venue: null, capacity: 90, audience: 'SCHOOL', taxRateBp: null },
    });
    const audit = await database.db.auditEvent.findMany({
      where: { organizationId: show.organizationId },
      orderBy: { createdAt: 'asc' },
    });
    expect(audit.map(({ action }) => action).sort()).toEqual([
      'declaration.figures-corrected',
      'organization.identifiers-changed',
    ]);
  });

  it('keeps the venues that are used and deletes the others', async () => {
    const show = await givenOpenShow();
    const [first = '', second = ''] = show.performanceIds;
    const names = async () => {
      const venues = await database.db.venue.findMany({ where: { organizationId: show.organizationId } });
      return venues.map(({ name }) => name).sort();
    };
    await show.save(1, {
      performances: [
        { id: first, overrides: { venue: harbour } },
        { id: second, overrides: { venue: harbour } },
      ],
    });
    expect(await names()).toEqual(['Salle du Port', 'Salle du Stiff']);
    await show.save(2, { series: { venue: harbour } });
    expect(await names()).toEqual(['Salle du Port']);
    const { draft } = await show.get();
    expect(draft.performances.map(({ overrides }) => overrides.venue)).toEqual([null, null, null]);
  });

  it('tells the second of two people that somebody saved in between, and writes nothing', async () => {
    const show = await givenOpenShow();
    const results = await Promise.allSettled([
      show.save(1, { series: { capacity: 100 } }),
      show.save(1, { series: { capacity: 101 } }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = results.find((result) => result.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'stale-version' });
    expect((await show.get()).version).toBe(2);
  });

  it.each<[string, (id: string) => DraftPatch, Record<string, unknown>]>([
    [
      'TTC below HT',
      (id) => ({ performances: [{ id, corrected: { amounts: givenPair(200, 100) } }] }),
      { field: 'performances.ticketing', code: 'including-below-excluding' },
    ],
    [
      'expenses below their parts',
      () => ({ series: { expenses: { total: givenPair(100, 106) } } }),
      { field: 'series.expenses.total', code: 'parts-exceed-total', performanceId: null },
    ],
    [
      'a performance of another show',
      () => ({ performances: [{ id: '0199b2f0-0000-7000-8000-000000000000', overrides: { capacity: 1 } }] }),
      { field: 'performances' },
    ],
  ])('refuses %s, and says where', async (_case, toPatch, detail) => {
    const show = await givenOpenShow();
    const [first = ''] = show.performanceIds;
    await expect(show.save(1, { series: { capacity: 1 }, ...toPatch(first) })).rejects.toMatchObject({
      code: 'invalid-input',
      detail,
    });
    expect((await show.get()).version).toBe(1);
  });

  it('refuses while something is on its way, and once everything was received', async () => {
    const show = await givenOpenShow();
    const setStates = (SACEM: 'sent' | 'sending', SACD: 'refused' | 'accepted') =>
      Promise.all([
        database.db.declaration.updateMany({
          where: { seriesId: show.seriesId, organism: 'SACEM' },
          data: { state: SACEM },
        }),
        database.db.declaration.updateMany({
          where: { seriesId: show.seriesId, organism: 'SACD' },
          data: { state: SACD },
        }),
      ]);
    await setStates('sending', 'refused');
    await expect(show.save(1, { series: { capacity: 1 } })).rejects.toMatchObject({ code: 'declaration-locked' });
    await setStates('sent', 'accepted');
    await expect(show.save(1, { series: { capacity: 1 } })).rejects.toMatchObject({ code: 'declaration-locked' });
    await setStates('sent', 'refused');
    expect((await show.save(1, { series: { capacity: 1 } })).version).toBe(2);
  });

  it('is not found from another structure', async () => {
    const show = await givenOpenShow();
    const stranger = await givenOpenShow();
    const input = { ...show.scope, version: 1, patch: { series: { capacity: 1 } } };
    await expect(saveDeclaration(stranger.actor, input)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('sends as many queries for 200 performances as for 2', async () => {
    const counting = createCountingDatabase(database.url);
    const counts = [];
    for (const performances of [2, 200]) {
      const show = await givenOpenShow({ performances });
      const patch = {
        performances: show.performanceIds.map((id, index) => ({ id, corrected: { paidTickets: index } })),
      };
      const statements = await counting.record(() =>
        saveDeclaration({ ...show.actor, db: counting.db }, { ...show.scope, version: 1, patch }),
      );
      counts.push(statements.length);
    }
    await counting.db.$disconnect();
    expect(counts[1]).toBe(counts[0]);
  });
});

describe('chooseOrganisms', () => {
  it('adds with its deadline, removes what was never sent, and raises the version', async () => {
    const show = await givenOpenShow({ organisms: ['SACEM'] });
    expect(await chooseOrganisms(show.actor, { ...show.scope, organisms: ['SACD'] })).toEqual({ version: 2 });
    const { declarations } = await show.get();
    expect(declarations.map(({ organism, state, dueAt }) => ({ organism, state, dueAt }))).toEqual([
      { organism: 'SACD', state: 'draft', dueAt: '2024-07-01T21:59:59.999Z' },
    ]);
  });

  it('keeps what was sent, and changes nothing then', async () => {
    const show = await givenOpenShow();
    await database.db.declaration.updateMany({
      where: { seriesId: show.seriesId, organism: 'SACEM' },
      data: { state: 'refused' },
    });
    await expect(chooseOrganisms(show.actor, { ...show.scope, organisms: [] })).rejects.toMatchObject({
      code: 'declaration-locked',
      detail: { organism: 'SACEM' },
    });
    expect((await show.get()).declarations.map(({ organism }) => organism)).toEqual(['SACEM', 'SACD']);
  });

  it('is not found from another structure', async () => {
    const show = await givenOpenShow();
    const stranger = await givenOpenShow();
    const input = { ...show.scope, organisms: [] };
    await expect(chooseOrganisms(stranger.actor, input)).rejects.toMatchObject({ code: 'not-found' });
  });
});
