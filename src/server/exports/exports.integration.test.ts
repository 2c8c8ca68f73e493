import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { type Database } from '@/server/db/client';
import { type CountingDatabase, createCountingDatabase } from '@/testing/count-queries';
import { givenSession } from '@/testing/given-session';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { readPdfText } from '@/testing/read-tagged-pdf';
import { readSheets, toRecords } from '@/testing/read-workbook';
import { listSeasons } from './list-seasons';
import { servePdf } from './serve-pdf';
import { showsPerBatch } from './walk-shows';
import { serveWorkbook } from './serve-workbook';

const test = givenTestDatabase();
let counting: CountingDatabase;
beforeAll(() => {
  counting = createCountingDatabase(test.url);
});
afterAll(() => counting.db.$disconnect());

/** A structure, one of its members, and how they ask for a workbook. */
async function givenMember(values: Parameters<typeof givenShow>[1] = {}) {
  const show = await givenShow(test.db, values);
  const headers = await givenSession(test.db, show.actor.user.id);
  const ask = (what: string, db: Database = test.db, asHeaders: HeadersInit = headers) => {
    const [path = '', query = ''] = what.split('?');
    const request = new Request(`http://localhost/api/exports?${query}`, { headers: asHeaders });
    return serveWorkbook(db, request, { organizationId: show.organizationId, what: path });
  };
  const read = async (what: string) => {
    const sheets = await readSheets(new Uint8Array(await (await ask(what)).arrayBuffer()));
    return new Map(sheets.map((sheet) => [sheet.name, toRecords(sheet)]));
  };
  return { ...show, ask, read };
}

/** Other shows of the same structure, of one evening each. */
async function addShows(organizationId: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await test.db.series.create({
      data: {
        organizationId,
        system: 'manual',
        remoteAccount: 'manual',
        remoteId: randomUUID(),
        name,
        searchText: name.toLowerCase(),
        firstStartAt: new Date('2024-03-01T19:30:00.000Z'),
        lastEndAt: new Date('2024-03-01T19:30:00.000Z'),
        performances: {
          create: {
            remoteId: '1',
            startAt: new Date('2024-03-01T19:30:00.000Z'),
            importedIncludingCents: 1050,
            importedExcludingCents: 1000,
            importedTaxRateBp: 550,
            importedPaidTickets: 1,
            importedFreeTickets: 0,
            importedAt: new Date('2024-03-02T03:00:00.000Z'),
          },
        },
      },
    });
  }
}

/** As many shows of three evenings, in two statements. */
async function addManyShows(organizationId: string, count: number): Promise<void> {
  await test.db.$executeRaw`
    INSERT INTO "Series" (id, "organizationId", system, "remoteAccount", "remoteId", name, "searchText", "lastEndAt", "updatedAt")
    SELECT gen_random_uuid(), ${organizationId}::uuid, 'billetweb', 'compte', 'many-' || n, 'Spectacle ' || n, 'spectacle ' || n,
      now() - (n || ' hours')::interval, now()
    FROM generate_series(1, ${count}::int) n`;
  await test.db.$executeRaw`
    INSERT INTO "Performance" (id, "seriesId", "remoteId", "startAt", "importedIncludingCents", "importedExcludingCents",
      "importedPaidTickets", "importedFreeTickets", "importedAt")
    SELECT gen_random_uuid(), id, n::text, "lastEndAt" - (n || ' days')::interval, 105500, 100000, 100, 5, now()
    FROM "Series", generate_series(1, 3) n
    WHERE "organizationId" = ${organizationId}::uuid AND "remoteId" LIKE 'many-%'`;
}

describe('a workbook of what a structure has', () => {
  it('says every show, performance, rate, declaration, sending and expense, to the cent', async () => {
    const { organizationId, seriesId, performanceIds, read } = await givenMember();
    const [first, second] = performanceIds;
    await test.db.performance.update({
      where: { id: first },
      data: { correctedPaidTickets: 119, correctedAt: new Date(), correctedBy: 'Nolwenn Cadiou' },
    });
    await test.db.performance.update({ where: { id: second }, data: { goneAt: new Date() } });
    await addShows(organizationId, ['=cmd|calc']);
    const sheets = await read('tout');
    expect([...sheets.keys()]).toEqual([
      'Spectacles',
      'Représentations',
      'Billets par taux de TVA',
      'Déclarations',
      'Envois',
      'Dépenses',
    ]);
    expect(sheets.get('Spectacles')).toMatchObject([
      {
        Spectacle: 'La Nuit des gardiens',
        Genre: 'Théâtre, conte, mime',
        Auteur: null,
        Producteur: 'Compagnie des Embruns',
        'Contrat de cession HT': null,
        'SIREN du producteur': '443061841',
        Lieu: 'Salle du Stiff',
        'Code postal': '29242',
        Jauge: 180,
        'Première représentation': '2024-06-01',
        Représentations: 2,
        'Billets payants': 239,
        'Billetterie HT': 3412.32,
        'TVA (billetterie)': 187.68,
        'Billetterie TTC': 3600,
        SACEM: 'À déclarer',
        SACD: 'À déclarer',
        CNM: null,
        Provenance: 'Billetweb',
      },
      { Spectacle: '=cmd|calc', Genre: null, 'Billetterie TTC': 10.5, SACEM: null },
    ]);
    expect(sheets.get('Représentations')).toMatchObject([
      {
        'Date et heure': '2024-06-01 20:30:00',
        'Billets payants': 119,
        'Taux de TVA': 0.055,
        Corrigée: 'Oui',
        Déclarée: 'Oui',
      },
      { 'Billets payants': 120, Corrigée: 'Non', Déclarée: 'Non' },
      { 'Billetterie HT': 1706.16, Déclarée: 'Oui' },
      { Spectacle: '=cmd|calc' },
    ]);
    expect(sheets.get('Billets par taux de TVA')).toMatchObject([
      {
        'Taux de TVA': 0.055,
        Représentations: 2,
        'Billets payants': 239,
        'Billets gratuits': 16,
        'Billetterie TTC': 3600,
      },
      { 'Billets payants': 1 },
    ]);
    expect(sheets.get('Déclarations')).toMatchObject([
      { 'Spectacle ou période': 'La Nuit des gardiens', Organisme: 'SACEM', État: 'À déclarer', Envois: 0, Par: null },
      { Organisme: 'SACD' },
    ]);
    expect(sheets.get('Dépenses')).toMatchObject([
      { Nature: 'Dépenses totales', 'Dépenses HT': 2400, 'TVA (dépenses)': 132, 'Dépenses TTC': 2532 },
      { Nature: 'Frais d’approche', 'Dépenses HT': 400 },
      { Nature: 'Frais spécifiques au cirque', 'Dépenses HT': 0 },
    ]);
    expect(sheets.get('Envois')).toEqual([]);
    expect(seriesId).toBeDefined();
  });

  it('says what was sent, by show and by quarter', async () => {
    const { organizationId, seriesId, actor, read } = await givenMember();
    const declaration = await test.db.declaration.findFirstOrThrow({ where: { seriesId, organism: 'SACEM' } });
    const quarter = await test.db.declaration.create({
      data: { organizationId, organism: 'SIBIL', period: '2024-T2', state: 'sent' },
    });
    for (const [declarationId, organism, state] of [
      [declaration.id, 'SACEM', 'refused'],
      [quarter.id, 'SIBIL', 'sent'],
    ] as const) {
      await test.db.submission.create({
        data: {
          declarationId,
          organizationId,
          organism,
          state,
          number: 1,
          payload: {},
          payloadSha256: 'a'.repeat(64),
          recipient: 'brest@delegation-sacem.test',
          authorName: 'Nolwenn Cadiou',
          authorEmail: actor.user.email,
          message: state === 'refused' ? 'Numéro inconnu' : null,
          createdAt: new Date('2024-07-02T08:00:00.000Z'),
        },
      });
    }
    const sheets = await read('tout');
    expect(sheets.get('Déclarations')).toMatchObject([
      { Organisme: 'SACEM', Envois: 1, 'Dernier envoi': '2024-07-02 10:00:00', Par: 'Nolwenn Cadiou' },
      { Organisme: 'SACD', Envois: 0 },
      { 'Spectacle ou période': 'SIBIL, 2e\u00a0trimestre 2024', Organisme: 'SIBIL', État: 'Envoyée', Envois: 1 },
    ]);
    const refused = {
      'Spectacle ou période': 'La Nuit des gardiens',
      État: 'Refusée',
      Réponse: 'Numéro inconnu',
      Numéro: 1,
    };
    expect(sheets.get('Envois')).toHaveLength(2);
    expect((await read('envois?organism=SACEM')).get('Envois')).toMatchObject([refused]);
    expect((await read('envois?state=accepted')).get('Envois')).toEqual([]);
  });

  it('holds the list as it is filtered, searched and sorted, over all its pages', async () => {
    const { organizationId, read } = await givenMember();
    await addShows(
      organizationId,
      Array.from({ length: 60 }, (_, index) => `bal ${String(index).padStart(2, '0')}`),
    );
    const names = async (query: string) =>
      (await read(`spectacles?${query}`)).get('Spectacles')?.map((row) => row['Spectacle']);
    expect(await names('search=bal&sort=name')).toEqual(
      Array.from({ length: 60 }, (_, index) => `bal ${String(index).padStart(2, '0')}`),
    );
    expect(await names('filter=to-declare&search=gardiens')).toEqual(['La Nuit des gardiens']);
    expect(await names('filter=declared')).toEqual([]);
  });

  it('is for the members of the structure alone, kept by no cache, with a French name', async () => {
    const { ask, actor, organizationId } = await givenMember();
    const stranger = await givenMember();
    const strangers = await givenSession(test.db, stranger.actor.user.id);
    expect((await ask('tout', test.db, {})).status).toBe(401);
    expect((await ask('tout', test.db, strangers)).status).toBe(404);
    expect((await ask('rien')).status).toBe(404);
    expect((await ask('spectacles?filter=nothing')).status).toBe(404);
    expect((await ask('envois?organism=nothing')).status).toBe(404);
    const request = new Request('http://localhost', { headers: await givenSession(test.db, actor.user.id) });
    expect((await serveWorkbook(test.db, request, { organizationId: 'x', what: 'tout' })).status).toBe(404);
    const response = await ask('tout');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="Export complet - Association Le Phare d_Ouessant - \d{4}-\d\d-\d\d\.xlsx"; filename\*=UTF-8''/,
    );
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    await response.body?.cancel();
    // Only what was given is in the journal.
    const asked = await test.db.auditEvent.findMany({ where: { organizationId, action: 'export.asked' } });
    expect(asked.map(({ actorName, detail }) => [actorName, detail])).toEqual([
      ['Nolwenn Cadiou', { what: 'Export complet' }],
    ]);
  });

  it('holds 2,000 shows, a few questions of the database for each batch of them', async () => {
    const { ask, organizationId } = await givenMember({ performances: 1 });
    const few = await counting.record(async () => (await ask('tout', counting.db)).arrayBuffer());
    await addManyShows(organizationId, 2000);
    let bytes = new Uint8Array();
    const many = await counting.record(async () => {
      bytes = new Uint8Array(await (await ask('tout', counting.db)).arrayBuffer());
    });
    const sheets = new Map((await readSheets(bytes)).map(({ name, rows }) => [name, rows.length]));
    expect(sheets.get('Spectacles')).toBe(2002);
    expect(sheets.get('Représentations')).toBe(6002);
    expect(many.length).toBeLessThan(few.length * Math.ceil(2001 / showsPerBatch));
  }, 90_000);

  it('makes somebody who asks too often wait', async () => {
    const { ask } = await givenMember();
    const statuses = [];
    for (let turn = 0; turn < 41; turn += 1) statuses.push((await ask('rien')).status);
    expect(statuses.slice(0, 40).every((status) => status === 404)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  it('asks as many questions of the database for many rows as for one', async () => {
    const small = await givenMember({ performances: 1 });
    const large = await givenMember({ performances: 60 });
    await addShows(
      large.organizationId,
      Array.from({ length: 40 }, (_, index) => `spectacle ${index}`),
    );
    const count = async (ask: typeof small.ask) =>
      (await counting.record(async () => (await ask('tout', counting.db)).arrayBuffer())).length;
    expect(await count(large.ask)).toBe(await count(small.ask));
  });
});

describe('a document for paper of what a structure has', () => {
  /** A structure and how somebody asks for one of its documents. */
  async function givenReader(values: Parameters<typeof givenShow>[1] = {}) {
    const show = await givenShow(test.db, values);
    const headers = await givenSession(test.db, show.actor.user.id);
    const ask = (what: string, id: string, asHeaders: HeadersInit = headers, db: Database = test.db) =>
      servePdf(db, new Request('http://localhost', { headers: asHeaders }), {
        organizationId: show.organizationId,
        what,
        id,
      });
    const read = async (what: string, id: string) => readPdfText(await (await ask(what, id)).arrayBuffer());
    return { ...show, ask, read };
  }

  it('is the record of a show, to read in the browser', async () => {
    const { ask, read, seriesId } = await givenReader();
    const response = await ask('spectacle', seriesId);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(response.headers.get('content-disposition')).toContain(
      'inline; filename="Fiche du spectacle - La Nuit des gardiens.pdf"',
    );
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(await read('spectacle', seriesId)).toContain('Total 3 représentations 360 24 5 118,48 281,52 5 400,00');
    // A name is cut between two characters, never in the middle of one.
    await test.db.series.update({ where: { id: seriesId }, data: { name: `${'a'.repeat(99)}🎭 finale` } });
    expect((await ask('spectacle', seriesId)).headers.get('content-disposition')).toContain('a%F0%9F%8E%AD.pdf');
  });

  it('is the summary of a season, with its performances alone', async () => {
    const { read, performanceIds, organizationId, actor } = await givenReader();
    const [, , last] = performanceIds;
    await test.db.performance.update({ where: { id: last }, data: { startAt: new Date('2024-09-01T18:30:00.000Z') } });
    await test.db.series.updateMany({
      where: { organizationId },
      data: { lastEndAt: new Date('2024-09-01T18:30:00.000Z') },
    });
    expect(await read('saison', '2023-2024')).toContain('1 spectacle, 2 représentations');
    expect(await read('saison', '2024-2025')).toContain('1 spectacle, 1 représentation');
    expect(await read('saison', '2025-2026')).toContain('Aucune représentation dans cette saison.');
    expect(await listSeasons(actor, { organizationId })).toEqual({ seasons: ['2024-2025', '2023-2024'] });
  });

  it('offers no season before the first performance', async () => {
    const { organizationId, actor } = await givenReader({
      performances: 0,
      series: { firstStartAt: null, lastEndAt: null },
    });
    expect(await listSeasons(actor, { organizationId })).toEqual({ seasons: [] });
  });

  it('is for the members of the structure alone', async () => {
    const { ask, seriesId } = await givenReader();
    const stranger = await givenReader();
    const strangers = await givenSession(test.db, stranger.actor.user.id);
    expect((await ask('spectacle', seriesId, {})).status).toBe(401);
    expect((await ask('spectacle', seriesId, strangers)).status).toBe(404);
    expect((await stranger.ask('spectacle', seriesId)).status).toBe(404);
    expect((await ask('spectacle', 'x')).status).toBe(404);
    expect((await ask('saison', '2024-2026')).status).toBe(404);
    expect((await ask('rien', seriesId)).status).toBe(404);
  });

  it('asks as many questions of the database for many rows as for one', async () => {
    const small = await givenReader({ performances: 1 });
    const large = await givenReader({ performances: 60 });
    await addShows(large.organizationId, ['un', 'deux', 'trois']);
    const count = async ({ ask }: typeof small) =>
      (await counting.record(() => ask('saison', '2023-2024', undefined, counting.db))).length;
    expect(await count(large)).toBe(await count(small));
  });
});
