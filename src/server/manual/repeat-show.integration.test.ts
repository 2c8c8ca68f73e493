import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { AppError } from '@/domain/errors';
import { chooseOrganisms } from '@/server/declarations/choose-organisms';
import { getDeclaration } from '@/server/declarations/get-declaration';
import { saveDeclaration } from '@/server/declarations/save-declaration';
import { type CountingDatabase, createCountingDatabase } from '@/testing/count-queries';
import { givenActor, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { proposeRepeat } from './propose-repeat';
import { removeTyped } from './remove-typed';
import { repeatShow } from './repeat-show';
import { restoreTyped } from './restore-typed';

const test = givenTestDatabase();
let counting: CountingDatabase;
beforeAll(() => {
  counting = createCountingDatabase(test.url);
});
afterAll(() => counting.db.$disconnect());

const start = '2025-06-07T18:30:00.000Z';

/** A show of a ticketing system, a member of its structure, and what they ask to repeat it. */
async function givenPastShow(values: Parameters<typeof givenShow>[1] = {}) {
  const show = await givenShow(test.db, {
    series: {
      artists: 'Jeanne Le Bris',
      author: 'Yann Kerdraon',
      salePriceExcludingCents: 1000,
      salePriceIncludingCents: 1055,
    },
    ...values,
  });
  const { organizationId, seriesId } = show;
  const input = {
    organizationId,
    seriesId,
    key: randomUUID(),
    name: 'La Nuit des gardiens, saison 2',
    withExpenses: false,
    starts: [{ key: randomUUID(), startAt: start }],
  };
  return { ...show, input };
}

const codeOf = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'done',
    (error: unknown) => (error instanceof AppError ? error.code : error),
  );

describe('a show taken over for a new season', () => {
  it('says beforehand what it would take over', async () => {
    const { actor, organizationId, seriesId, performanceIds } = await givenPastShow({ organisms: ['SACEM', 'ASTP'] });
    await test.db.performance.update({ where: { id: performanceIds[1] }, data: { goneAt: new Date() } });
    const proposal = await proposeRepeat(actor, { organizationId, seriesId });
    expect(proposal).toMatchObject({
      name: 'La Nuit des gardiens',
      answers: { genre: 'THEATRE_AND_STORYTELLING_AND_MIME', capacity: 180, producer: { siren: '443061841' } },
      organisms: ['SACEM', 'ASTP'],
      expenses: { total: { excludingTaxesCents: 240_000 } },
    });
    expect(proposal.starts).toEqual(['2024-06-01T18:30:00.000Z', '2024-06-01T20:30:00.000Z']);
  });

  it('has the answers, the organisms and the dates that were confirmed, and no figure', async () => {
    const { actor, organizationId, seriesId, input } = await givenPastShow();
    const created = await repeatShow(actor, input);
    const before = await getDeclaration(actor, { organizationId, seriesId });
    const page = await getDeclaration(actor, { organizationId, seriesId: created.seriesId });
    const { expenses: _expenses, salePrice: _salePrice, id: _id, name: _name, ...answers } = before.draft.series;
    expect(page.draft.series).toMatchObject({ ...answers, name: 'La Nuit des gardiens, saison 2' });
    expect(page.draft.series.expenses).toEqual({ total: null, approach: null, circus: null });
    expect(page.draft.series.salePrice).toBeNull();
    expect(page).toMatchObject({
      system: 'manual',
      version: 1,
      repeatedFrom: { id: seriesId, name: 'La Nuit des gardiens' },
    });
    expect(page.declarations.map(({ organism, state, dueAt }) => [organism, state, dueAt])).toEqual([
      ['SACEM', 'draft', '2025-06-17T21:59:59.999Z'],
      ['SACD', 'draft', '2025-07-07T21:59:59.999Z'],
    ]);
    expect(page.draft.performances).toMatchObject([
      { startAt: start, imported: { paidTickets: 0, freeTickets: 0, includingTaxesCents: 0, taxRateBp: 550 } },
    ]);
    const audit = await test.db.auditEvent.findFirst({ where: { subject: created.seriesId } });
    expect(audit).toMatchObject({ action: 'series.repeated', detail: { from: seriesId, performances: 1 } });
    // The venue is the same one, not another of the same name.
    expect(await test.db.venue.count({ where: { organizationId } })).toBe(1);
  });

  it('takes over expenses when the person says so, and no date when they give none', async () => {
    const { actor, organizationId, input } = await givenPastShow();
    const { seriesId } = await repeatShow(actor, { ...input, withExpenses: true, starts: [] });
    const page = await getDeclaration(actor, { organizationId, seriesId });
    expect(page.draft.series.expenses.total).toEqual({ excludingTaxesCents: 240_000, includingTaxesCents: 253_200 });
    expect(page.draft.performances).toEqual([]);
    expect(page.declarations.map(({ dueAt }) => dueAt)).toEqual([null, null]);
  });

  it('is made once by two clicks and by a request that is sent again, even after a change', async () => {
    const { actor, organizationId, input } = await givenPastShow();
    const [first, second] = await Promise.all([repeatShow(actor, input), repeatShow(actor, input)]);
    expect(first).toEqual(second);
    await chooseOrganisms(actor, { organizationId, seriesId: first.seriesId, organisms: ['SACD'] });
    expect(await repeatShow(actor, input)).toEqual(first);
    const page = await getDeclaration(actor, { organizationId, seriesId: first.seriesId });
    expect(page.declarations.map(({ organism }) => organism)).toEqual(['SACD']);
    expect(await test.db.series.count({ where: { organizationId, system: 'manual' } })).toBe(1);
  });

  it('is undone while untouched, found again, and stays once somebody has changed it', async () => {
    const { actor, organizationId, seriesId: pastId, input } = await givenPastShow();
    const { seriesId } = await repeatShow(actor, input);
    const scope = { organizationId, seriesId };
    const undo = { ...scope, version: 1, performanceIds: null };
    const { removalId } = await removeTyped(actor, undo);
    expect(await test.db.series.count({ where: { id: seriesId } })).toBe(0);
    await restoreTyped(actor, { organizationId, removalId });
    const restored = await test.db.series.findUniqueOrThrow({ where: { id: seriesId } });
    expect(restored.repeatedFromId).toBe(pastId);
    expect((await getDeclaration(actor, scope)).repeatedFrom).toBeNull();
    await saveDeclaration(actor, { ...scope, version: restored.version, patch: { series: { capacity: 200 } } });
    expect(await codeOf(removeTyped(actor, undo))).toBe('stale-version');
  });

  it('outlives the show it comes from, removed or not when it is taken back itself', async () => {
    const { actor, organizationId, input } = await givenPastShow({
      series: { system: 'manual', remoteAccount: 'manual' },
    });
    const { seriesId } = await repeatShow(actor, input);
    const { removalId } = await removeTyped(actor, { organizationId, seriesId, version: 1, performanceIds: null });
    await removeTyped(actor, { organizationId, seriesId: input.seriesId, version: 1, performanceIds: null });
    await restoreTyped(actor, { organizationId, removalId });
    expect((await test.db.series.findUniqueOrThrow({ where: { id: seriesId } })).repeatedFromId).toBeNull();
  });

  it('is only made of the shows of one’s own structure', async () => {
    const { input } = await givenPastShow();
    const stranger = await givenShow(test.db);
    const mine = { ...input, organizationId: stranger.organizationId };
    expect(await codeOf(repeatShow(stranger.actor, mine))).toBe('not-found');
    expect(await codeOf(proposeRepeat(stranger.actor, mine))).toBe('not-found');
    expect(await test.db.series.count({ where: { organizationId: stranger.organizationId } })).toBe(1);
  });

  it('asks as many questions of the database for many dates as for one', async () => {
    const few = await givenPastShow({ performances: 1 });
    const many = await givenPastShow({ performances: 100 });
    const count = async ({ input, actor }: typeof few, dates: number) => {
      const starts = Array.from({ length: dates }, (_, index) => ({
        key: randomUUID(),
        startAt: new Date(Date.parse(start) + index * 3_600_000).toISOString(),
      }));
      return (await counting.record(() => repeatShow({ ...actor, db: counting.db }, { ...input, starts }))).length;
    };
    const one = await count(few, 1);
    expect(await count(many, 100)).toBe(one);
  });
});

describe('the same show, come from a ticketing system', () => {
  /** This season’s show as a ticketing system leaves it: nothing is answered. */
  async function givenNewSeason(past: Awaited<ReturnType<typeof givenPastShow>>, name = 'La nuit des GARDIENS') {
    const { id } = await test.db.series.create({
      data: {
        organizationId: past.organizationId,
        system: 'billetweb',
        remoteAccount: 'compte',
        remoteId: randomUUID(),
        name,
        searchText: name.toLowerCase(),
        firstStartAt: new Date('2025-06-07T18:30:00.000Z'),
        lastEndAt: new Date('2025-06-07T20:30:00.000Z'),
      },
    });
    return { organizationId: past.organizationId, seriesId: id };
  }

  it('is offered the answers of the past one, until something is answered', async () => {
    const past = await givenPastShow();
    const { actor } = past;
    const scope = await givenNewSeason(past);
    const page = await getDeclaration(actor, scope);
    expect(page.suggestions.past).toMatchObject({
      id: past.seriesId,
      answers: { genre: 'THEATRE_AND_STORYTELLING_AND_MIME', capacity: 180, artists: 'Jeanne Le Bris' },
      organisms: ['SACEM', 'SACD'],
    });
    await saveDeclaration(actor, { ...scope, version: 1, patch: { series: { capacity: 200 } } });
    expect((await getDeclaration(actor, scope)).suggestions.past).toBeNull();
  });

  it('is offered nothing by another title, a later show, an empty one or another structure', async () => {
    const past = await givenPastShow();
    const { actor, organizationId } = past;
    expect((await getDeclaration(actor, await givenNewSeason(past, 'Autre chose'))).suggestions.past).toBeNull();
    const scope = await givenNewSeason(past);
    await test.db.series.update({ where: { id: past.seriesId }, data: { lastEndAt: new Date('2026-01-01') } });
    expect((await getDeclaration(actor, scope)).suggestions.past).toBeNull();
    await test.db.series.update({
      where: { id: past.seriesId },
      data: { lastEndAt: new Date('2024-07-01'), genre: null, venueId: null },
    });
    expect((await getDeclaration(actor, scope)).suggestions.past).toBeNull();
    const stranger = await givenPastShow();
    const theirs = await givenNewSeason(stranger);
    const member = await givenActor(test.db, organizationId);
    expect(await codeOf(getDeclaration(member, theirs))).toBe('not-found');
  });
});
