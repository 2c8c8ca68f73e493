import { describe, expect, it } from '@jest/globals';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { AppError } from '@/domain/errors';
import { type JobContext } from '@/server/jobs/define-job';
import { listSeries } from '@/server/series/list-series';
import { type Actor } from '@/server/trpc/context';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { changeMapping } from './change-mapping';
import { confirmImport } from './confirm-import';
import { getImport } from './get-import';
import { receiveFile } from './receive-file';
import { runReading } from './run-reading';
import { runStoring } from './run-storing';

const database = givenTestDatabase();

const job = (values: Partial<JobContext> = {}): JobContext => ({
  jobId: 'job',
  attempt: 0,
  lastAttempt: true,
  signal: new AbortController().signal,
  ...values,
});

const header = 'Spectacle;Date;Nom;E-mail;Tarif;Montant TTC;Taux de TVA\r\n';
const row = (show: string, date: string, amount: string) =>
  `${show};${date};Nolwenn Cadiou;nolwenn@phare-ouessant.test;Plein;${amount};5,5 %\r\n`;
const firstExport =
  header +
  row('La Nuit du phare', '26/06/2026 20:30', '15,00') +
  row('La Nuit du phare', '26/06/2026 20:30', '0,00') +
  row('La Nuit du phare', '27/06/2026 20:30', '15,00') +
  row('Été sur la lande', '01/07/2026 21:00', '12,50');

async function givenActor(): Promise<Actor> {
  const { actor, seriesId } = await givenShow(database.db);
  await database.db.series.delete({ where: { id: seriesId } });
  return actor;
}

async function* chunksOf(content: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function read(actor: Actor, content: string | Uint8Array, name = 'ventes.csv') {
  const { importId } = await receiveFile(actor, name, null, chunksOf(content, 100_000));
  await runReading(database.db, { importId, revision: 1 }, job());
  const scope = { organizationId: actor.organizationId, importId };
  return { importId, scope, view: () => getImport(actor, scope) };
}

async function store(actor: Actor, content: string, revision = 1) {
  const file = await read(actor, content);
  await confirmImport(actor, { ...file.scope, revision, label: 'Billetterie du phare' });
  await runStoring(database.db, file.importId, job());
  return file;
}

async function readShows(actor: Actor) {
  const { organizationId } = actor;
  const { rows } = await listSeries(actor, { organizationId, filter: 'all', sort: 'name', search: '', page: 1 });
  return rows.map(({ name, performances, tickets, includingTaxesCents }) => ({
    name,
    performances,
    tickets,
    includingTaxesCents,
  }));
}

const codeOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) =>
      error instanceof AppError ? error.code : error instanceof ExportRefusal ? error.reason : String(error),
  );

describe('a file of another ticketing system', () => {
  it('shows what was read, and stores it only once confirmed; its bytes are gone then', async () => {
    const actor = await givenActor();
    const file = await read(actor, firstExport);
    expect(await file.view()).toMatchObject({
      name: 'ventes.csv',
      state: 'read',
      revision: 1,
      isRemembered: false,
      refusal: null,
      label: 'ventes',
      run: null,
      reading: {
        seriesCount: 2,
        totals: {
          performances: 3,
          paidTickets: 3,
          freeTickets: 1,
          includingTaxesCents: 4250,
          excludingTaxesCents: 1422 + 1422 + 1185,
        },
        unreadableCount: 0,
        needs: [],
      },
    });
    expect(await readShows(actor)).toEqual([]);
    await confirmImport(actor, { ...file.scope, revision: 1, label: 'Billetterie du phare' });
    await confirmImport(actor, { ...file.scope, revision: 1, label: 'Billetterie du phare' });
    await runStoring(database.db, file.importId, job());
    await runStoring(database.db, file.importId, job());
    expect(await readShows(actor)).toEqual([
      { name: 'Été sur la lande', performances: 1, tickets: 1, includingTaxesCents: 1250 },
      { name: 'La Nuit du phare', performances: 2, tickets: 3, includingTaxesCents: 3000 },
    ]);
    expect(await file.view()).toMatchObject({
      state: 'stored',
      reading: null,
      run: { state: 'succeeded', trigger: 'file', newSeries: 2, newPerformances: 3, seriesDone: 2, seriesTotal: 2 },
    });
    expect(await database.db.importChunk.count({ where: { importId: file.importId } })).toBe(0);
    expect(
      await database.db.ticketingConnection.findMany({
        where: { organizationId: actor.organizationId },
        select: { system: true, label: true, credentials: true, nextRunAt: true },
      }),
    ).toEqual([{ system: 'file', label: 'Billetterie du phare', credentials: null, nextRunAt: null }]);
  });

  it('changes nothing when it is given again, and says so', async () => {
    const actor = await givenActor();
    await store(actor, firstExport);
    const again = await store(actor, firstExport);
    expect(await again.view()).toMatchObject({
      isRemembered: true,
      label: 'Billetterie du phare',
      run: { state: 'succeeded', newSeries: 0, newPerformances: 0, changedFigures: 0, gonePerformances: 0 },
    });
    expect(await database.db.ticketingConnection.count({ where: { organizationId: actor.organizationId } })).toBe(1);
  });

  it('replaces the figures of the performances it holds, keeps corrections, and leaves the others as they are', async () => {
    const actor = await givenActor();
    await store(actor, firstExport);
    const where = { series: { organizationId: actor.organizationId, name: 'La Nuit du phare' } };
    await database.db.performance.updateMany({ where, data: { correctedPaidTickets: 9 } });
    const later = await store(
      actor,
      header +
        row('La Nuit du phare', '27/06/2026 20:30', '15,00') +
        row('La Nuit du phare', '27/06/2026 20:30', '18,00'),
    );
    expect((await later.view()).run).toMatchObject({ changedFigures: 1, newPerformances: 0, gonePerformances: 0 });
    const performances = await database.db.performance.findMany({ where, orderBy: { startAt: 'asc' } });
    expect(
      performances.map(({ importedIncludingCents, importedPaidTickets, correctedPaidTickets, goneAt }) => [
        importedIncludingCents,
        importedPaidTickets,
        correctedPaidTickets,
        goneAt,
      ]),
    ).toEqual([
      [1500n, 1, 9, null],
      [3300n, 2, 9, null],
    ]);
  });

  it('asks for the rate it does not tell, and never again for files of the same columns', async () => {
    const actor = await givenActor();
    const withoutRate = firstExport.replaceAll(';5,5 %', '').replace(';Taux de TVA', '');
    const file = await read(actor, withoutRate);
    const { reading, mapping } = await file.view();
    expect(reading?.needs.map(({ code }) => code)).toEqual(['tax-rate']);
    const confirm = (revision: number) => confirmImport(actor, { ...file.scope, revision, label: 'Phare' });
    expect(await codeOf(confirm(1))).toBe('import-incomplete');
    const answered = { ...mapping!, answers: { ...mapping!.answers, taxRateBp: 550 } };
    await changeMapping(actor, { ...file.scope, revision: 1, mapping: answered });
    expect(await codeOf(changeMapping(actor, { ...file.scope, revision: 1, mapping: answered }))).toBe('stale-version');
    await runReading(database.db, { importId: file.importId, revision: 1 }, job());
    expect((await file.view()).state).toBe('queued');
    await runReading(database.db, { importId: file.importId, revision: 2 }, job());
    expect((await file.view()).reading).toMatchObject({ needs: [], totals: { excludingTaxesCents: 4029 } });
    await confirm(2);
    await runStoring(database.db, file.importId, job());
    const next = await read(actor, withoutRate);
    expect(await next.view()).toMatchObject({ isRemembered: true, reading: { needs: [] } });
  });

  it('is read again with the columns that a person chose, even when they tell nothing', async () => {
    const actor = await givenActor();
    const file = await read(actor, firstExport);
    const { mapping } = await file.view();
    const columns = mapping!.columns.map((column) => ({ ...column, meaning: 'ignored' as const }));
    await changeMapping(actor, { ...file.scope, revision: 1, mapping: { ...mapping!, columns } });
    await runReading(database.db, { importId: file.importId, revision: 2 }, job());
    expect(await file.view()).toMatchObject({ state: 'read', reading: { seriesCount: 0, needs: [] } });
    expect(await codeOf(confirmImport(actor, { ...file.scope, revision: 2, label: 'Phare' }))).toBe(
      'import-incomplete',
    );
  });

  it('goes on where a worker stopped, and ends as if nothing had happened', async () => {
    const actor = await givenActor();
    const file = await read(actor, firstExport);
    await confirmImport(actor, { ...file.scope, revision: 1, label: 'Phare' });
    const stop = new AbortController();
    stop.abort(new Error('the worker stops'));
    const aborted = job({ lastAttempt: false, signal: stop.signal });
    expect(await codeOf(runStoring(database.db, file.importId, aborted))).toContain('the worker stops');
    expect((await file.view()).state).toBe('storing');
    await Promise.all([runStoring(database.db, file.importId, job()), runStoring(database.db, file.importId, job())]);
    expect(await file.view()).toMatchObject({ state: 'stored', run: { seriesDone: 2, newPerformances: 3 } });
  });

  it('keeps nothing of a spectator but in its bytes, and those go', async () => {
    const actor = await givenActor();
    const { importId } = await store(actor, firstExport);
    const [row] = await database.db.$queryRaw<{ kept: string }[]>`
      SELECT concat((SELECT jsonb_agg(f) FROM "ImportFile" f), (SELECT jsonb_agg(s) FROM "ImportShape" s),
        (SELECT jsonb_agg(a) FROM "AuditEvent" a), (SELECT jsonb_agg(p) FROM "Performance" p)) AS kept`;
    expect(row?.kept).toContain(importId);
    expect(row?.kept).not.toMatch(/nolwenn@phare-ouessant/);
  });

  it.each([
    ['une-image.xlsx', 'PNG'],
    ['classeur.xlsm', 'PK'],
    ['classeur.ods', 'PK'],
    ['vide.csv', '\r\n\r\n'],
    ['lettre.csv', 'Bonjour,\r\nVoici les ventes.\r\n'],
  ])('is refused with a sentence when it is %s, and its bytes are erased', async (name, content) => {
    const actor = await givenActor();
    const file = await read(actor, content, name);
    const view = await file.view();
    expect([view.state, view.refusal]).toEqual(['refused', expect.stringMatching(/^(Ce|Le|Aucune) .+\.$/)]);
    expect(await database.db.importChunk.count({ where: { importId: file.importId } })).toBe(0);
  });

  it('is refused by its announced size before anything of it is received', async () => {
    const actor = await givenActor();
    let received = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (;;) {
        received += 1;
        yield new Uint8Array(1024 * 1024);
      }
    }
    expect(await codeOf(receiveFile(actor, 'ventes.csv', 200 * 1024 * 1024, endless()))).toBe('too-large');
    expect(received).toBe(0);
    expect(await codeOf(receiveFile(actor, 'ventes.csv', null, endless()))).toBe('too-large');
    expect(received).toBe(31);
    expect(await codeOf(receiveFile(actor, 'ventes.csv', null, chunksOf('')))).toBe('empty');
    expect(await database.db.importFile.count({ where: { organizationId: actor.organizationId } })).toBe(0);
  });

  it('comes in one piece whatever the size of what the network gives', async () => {
    const actor = await givenActor();
    const { importId } = await receiveFile(actor, 'ventes.csv', null, chunksOf(firstExport));
    const chunks = await database.db.importChunk.findMany({ where: { importId }, orderBy: { position: 'asc' } });
    expect(Buffer.concat(chunks.map(({ bytes }) => bytes)).toString()).toBe(firstExport);
  });
});
