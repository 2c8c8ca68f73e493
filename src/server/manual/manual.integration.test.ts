import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/domain/errors';
import { getDeclaration } from '@/server/declarations/get-declaration';
import { saveDeclaration } from '@/server/declarations/save-declaration';
import { listSeries } from '@/server/series/list-series';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { createShow } from './create-show';
import { getShow } from './get-show';
import { type TypedPerformance } from './manual-performance.schema';
import { removeTyped } from './remove-typed';
import { listAttachments } from '@/server/attachments/list-attachments';
import { givenAttachment } from '@/testing/given-attachment';
import { restoreTyped } from './restore-typed';
import { saveShow } from './save-show';

const database = givenTestDatabase();

const evening: TypedPerformance = {
  startAt: '2026-06-26T18:30:00.000Z',
  includingTaxesCents: 120_000,
  excludingTaxesCents: 113_744,
  taxRateBp: 550,
  paidTickets: 80,
  freeTickets: 6,
};
const nextDay: TypedPerformance = { ...evening, startAt: '2026-06-27T18:30:00.000Z' };

async function givenTypedShow(performances: readonly TypedPerformance[] = [evening, nextDay]) {
  const { actor, organizationId } = await givenShow(database.db);
  const input = {
    organizationId,
    key: randomUUID(),
    name: 'Le Bal des fous de Bassan',
    performances: performances.map((performance) => ({ key: randomUUID(), performance })),
  };
  const { seriesId } = await createShow(actor, input);
  const scope = { organizationId, seriesId };
  return { actor, input, scope, get: () => getShow(actor, scope) };
}

const codeOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

describe('a show typed by hand', () => {
  it('has the figures that were typed, on its page and in the list', async () => {
    const { actor, scope, get } = await givenTypedShow();
    const show = await get();
    expect(show).toEqual({
      version: 1,
      name: 'Le Bal des fous de Bassan',
      locked: false,
      declared: false,
      performances: [
        { id: expect.any(String), performance: evening },
        { id: expect.any(String), performance: nextDay },
      ],
    });
    const page = await getDeclaration(actor, scope);
    expect(page.draft.performances.map(({ imported, startAt }) => ({ startAt, paid: imported.paidTickets }))).toEqual([
      { startAt: evening.startAt, paid: 80 },
      { startAt: nextDay.startAt, paid: 80 },
    ]);
    const list = await listSeries(actor, {
      organizationId: scope.organizationId,
      filter: 'all',
      sort: 'end-desc',
      search: 'fous de bassan',
      page: 1,
    });
    expect(list.rows.map(({ id, includingTaxesCents }) => ({ id, includingTaxesCents }))).toEqual([
      { id: scope.seriesId, includingTaxesCents: 240_000 },
    ]);
  });

  it('is made once when its form is sent twice, on one connection for the structure', async () => {
    const { actor, input, scope } = await givenTypedShow();
    const again = await Promise.all([createShow(actor, input), createShow(actor, input)]);
    expect(again).toEqual([{ seriesId: scope.seriesId }, { seriesId: scope.seriesId }]);
    await createShow(actor, { ...input, key: randomUUID() });
    expect(
      await database.db.ticketingConnection.findMany({
        where: { organizationId: scope.organizationId },
        select: { system: true, remoteAccount: true, credentials: true, nextRunAt: true },
      }),
    ).toEqual([{ system: 'manual', remoteAccount: 'manual', credentials: null, nextRunAt: null }]);
    expect(await database.db.performance.count({ where: { seriesId: scope.seriesId } })).toBe(2);
  });

  it('is renamed, given dates and typed again, and two people who do it are told', async () => {
    const { actor, scope, get } = await givenTypedShow([evening]);
    const [first] = (await get()).performances;
    const change = [{ id: first!.id, performance: { ...evening, paidTickets: 81 } }];
    const add = [{ key: randomUUID(), performance: nextDay }];
    await saveShow(actor, { ...scope, version: 1, name: 'Le Bal des goélands', add, change });
    expect(await codeOf(saveShow(actor, { ...scope, version: 1, add, change }))).toBe('stale-version');
    // The same request again on the version it made: nothing twice.
    await saveShow(actor, { ...scope, version: 2, add, change });
    expect(await get()).toMatchObject({
      version: 3,
      name: 'Le Bal des goélands',
      performances: [
        { id: first!.id, performance: { ...evening, paidTickets: 81 } },
        { id: expect.any(String), performance: nextDay },
      ],
    });
    const series = await database.db.series.findUniqueOrThrow({ where: { id: scope.seriesId } });
    expect([series.searchText, series.lastEndAt?.toISOString()]).toEqual(['le bal des goelands', nextDay.startAt]);
  });

  it('keeps the corrections of its page when its figures are typed again', async () => {
    const { actor, scope, get } = await givenTypedShow([evening]);
    const [first] = (await get()).performances;
    const { id } = first!;
    await saveDeclaration(actor, {
      ...scope,
      version: 1,
      patch: { performances: [{ id, corrected: { paidTickets: 79 } }] },
    });
    const change = [{ id, performance: { ...evening, paidTickets: 90 } }];
    await saveShow(actor, { ...scope, version: 2, add: [], change });
    const [performance] = (await getDeclaration(actor, scope)).draft.performances;
    expect([performance?.imported.paidTickets, performance?.corrected.paidTickets]).toEqual([90, 79]);
  });

  it('loses a performance, and finds it again with its corrections', async () => {
    const { actor, scope, get } = await givenTypedShow();
    const before = await getDeclaration(actor, scope);
    const { id } = before.draft.performances[1]!;
    await saveDeclaration(actor, {
      ...scope,
      version: 1,
      patch: { performances: [{ id, corrected: { paidTickets: 79 } }] },
    });
    const whole = (await getDeclaration(actor, scope)).draft;
    const { removalId } = await removeTyped(actor, { ...scope, version: 2, performanceIds: [id] });
    expect((await get()).performances).toHaveLength(1);
    const shortened = await database.db.series.findUniqueOrThrow({ where: { id: scope.seriesId } });
    expect(shortened.lastEndAt?.toISOString()).toBe(evening.startAt);
    const restore = { organizationId: scope.organizationId, removalId };
    await restoreTyped(actor, restore);
    expect((await getDeclaration(actor, scope)).draft).toEqual(whole);
    expect(await codeOf(restoreTyped(actor, restore))).toBe('not-found');
  });

  it('disappears whole with what was answered, and comes back the same', async () => {
    const { actor, scope, get } = await givenTypedShow();
    await database.db.series.update({ where: { id: scope.seriesId }, data: { capacity: 120, genre: 'DANCE' } });
    await database.db.declaration.create({ data: { seriesId: scope.seriesId, organism: 'SACEM' } });
    await givenAttachment(actor, scope);
    const listDocuments = async () => (await listAttachments(actor, scope)).documents.map(({ id }) => id);
    const [before, documents] = [await getDeclaration(actor, scope), await listDocuments()];
    const { removalId } = await removeTyped(actor, { ...scope, version: 1, performanceIds: null });
    expect(await codeOf(get())).toBe('not-found');
    await restoreTyped(actor, { organizationId: scope.organizationId, removalId });
    const after = await getDeclaration(actor, scope);
    expect(after.draft).toEqual(before.draft);
    expect(after.declarations).toEqual(before.declarations);
    expect(documents).toHaveLength(1);
    expect(await listDocuments()).toEqual(documents);
    expect(after.version).toBeGreaterThan(before.version);
  });

  it('can no longer lose anything once an organism has received it, nor change once all have', async () => {
    const { actor, scope } = await givenTypedShow();
    await database.db.declaration.create({ data: { seriesId: scope.seriesId, organism: 'SACEM', state: 'accepted' } });
    const refused = await database.db.declaration.create({
      data: { seriesId: scope.seriesId, organism: 'SACD', state: 'refused' },
    });
    const remove = () => removeTyped(actor, { ...scope, version: 1, performanceIds: null });
    const rename = (version: number) =>
      saveShow(actor, { ...scope, version, name: 'Le Bal des goélands', add: [], change: [] });
    expect([await codeOf(remove()), await codeOf(rename(1))]).toEqual(['declaration-locked', 'done']);
    await database.db.declaration.update({ where: { id: refused.id }, data: { state: 'accepted' } });
    expect(await codeOf(rename(2))).toBe('declaration-locked');
  });

  it('is not a show that a ticketing system brought', async () => {
    const { actor, organizationId, seriesId } = await givenShow(database.db);
    const scope = { organizationId, seriesId };
    expect([
      await codeOf(getShow(actor, scope)),
      await codeOf(saveShow(actor, { ...scope, version: 1, name: 'X', add: [], change: [] })),
      await codeOf(removeTyped(actor, { ...scope, version: 1, performanceIds: null })),
    ]).toEqual(['not-found', 'not-found', 'not-found']);
    expect(await database.db.series.count({ where: { id: seriesId, version: 1 } })).toBe(1);
  });

  it('is saved in as many queries whatever the number of its performances', async () => {
    const counting = createCountingDatabase(database.url);
    const counts = [];
    for (const evenings of [1, 60]) {
      const { actor, scope, get } = await givenTypedShow(Array.from({ length: evenings }, () => evening));
      const { performances } = await get();
      const input = { ...scope, version: 1, add: [], change: performances };
      const statements = await counting.record(() => saveShow({ ...actor, db: counting.db }, input));
      counts.push(statements.length);
    }
    await counting.db.$disconnect();
    expect(counts[1]).toBe(counts[0]);
  });
});
