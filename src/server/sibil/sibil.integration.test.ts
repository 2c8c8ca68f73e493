import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AppError } from '@/domain/errors';
import { toSha256 } from '@/server/submissions/canonical-json';
import { loadSubmission } from '@/server/submissions/load-submission';
import { serveDocument } from '@/server/submissions/serve-document';
import { callerOf } from '@/testing/caller';
import { type CountingDatabase, createCountingDatabase } from '@/testing/count-queries';
import { givenSession } from '@/testing/given-session';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { findDueQuarters } from './find-due-quarters';
import { getQuarter } from './get-quarter';
import { loadQuarter } from './load-quarter';
import { markDeclared } from './mark-declared';
import { renderQuarter } from './render-quarter';
import { serveQuarterFile } from './serve-quarter-file';

const period = '2024-T2';
const kind = 'THEATRE' as const;

describe('SIBIL by quarter', () => {
  const test = givenTestDatabase();
  let counting: CountingDatabase;
  beforeAll(() => {
    counting = createCountingDatabase(test.url);
  });
  afterAll(() => counting.db.$disconnect());

  /** A show of three evenings in June 2024 and its caller. */
  async function givenQuarter(values: Parameters<typeof givenShow>[1] = {}) {
    const show = await givenShow(test.db, values);
    const { organizationId, actor } = show;
    const caller = callerOf(test.db, actor.user);
    const venue = await test.db.venue.findFirstOrThrow({ where: { organizationId } });
    const scope = { organizationId, period };
    return { ...show, caller, venueId: venue.id, scope };
  }

  /** The same, whose file is ready: its fingerprint. */
  async function givenReady() {
    const given = await givenQuarter();
    await given.caller.sibil.setVenueKind({ organizationId: given.organizationId, venueId: given.venueId, kind });
    const { file } = await given.caller.sibil.getQuarter(given.scope);
    return { ...given, sha256: file?.sha256 ?? '' };
  }

  const codeOf = async (promise: Promise<unknown>) => {
    const error: unknown = await promise.then(
      () => null,
      (reason: unknown) => reason,
    );
    const cause = error instanceof Error && error.cause instanceof AppError ? error.cause : error;
    return cause instanceof AppError ? cause.code : error;
  };

  it('gathers the performances of the quarter in Paris, asks the kind of each place once, then gives the file', async () => {
    const { caller, scope, organizationId, seriesId, venueId, performanceIds } = await givenQuarter({
      performances: 3,
    });
    // 1 July 2024, 0:30 in Paris: the next quarter; 30 June, 23:30: this one.
    const [first = '', second = ''] = performanceIds;
    await test.db.performance.update({ where: { id: first }, data: { startAt: new Date('2024-06-30T22:30:00.000Z') } });
    await test.db.performance.update({
      where: { id: second },
      data: { startAt: new Date('2024-06-30T21:30:00.000Z') },
    });
    const before = await caller.sibil.getQuarter(scope);
    expect(before).toMatchObject({
      state: 'draft',
      isOver: true,
      dueAt: '2024-07-09T21:59:59.999Z',
      totals: { performances: 2, paidTickets: 240, freeTickets: 16, includingTaxesCents: 360_000 },
      venues: [{ id: venueId, name: 'Salle du Stiff', city: 'Ouessant', kind: null }],
      file: null,
      submission: null,
    });
    expect(before.shows).toMatchObject([{ seriesId, missing: [] }]);

    await caller.sibil.setVenueKind({ organizationId, venueId, kind });
    const after = await caller.sibil.getQuarter(scope);
    expect(after.venues).toMatchObject([{ kind }]);
    expect(after.file?.filename).toBe('Déclaration SIBIL - 2024-t2.csv');
    expect((await caller.sibil.listQuarters({ organizationId })).quarters).toMatchObject([
      { period: '2024-T3', performances: 1, state: 'draft', isOver: true },
      { period, performances: 2, state: 'draft', isOver: true },
    ]);
  });

  it('says what a show lacks, and leaves out what the ticketing no longer knows', async () => {
    const { caller, scope, organizationId, venueId, performanceIds } = await givenQuarter({ series: { genre: null } });
    await caller.sibil.setVenueKind({ organizationId, venueId, kind });
    await test.db.performance.update({ where: { id: performanceIds[0] ?? '' }, data: { goneAt: new Date() } });
    const quarter = await caller.sibil.getQuarter(scope);
    expect(quarter.shows).toMatchObject([{ missing: [{ field: 'series.genre', code: 'required' }] }]);
    expect(quarter.totals.performances).toBe(2);
    expect(quarter.file).toBeNull();
    expect(await codeOf(caller.sibil.markDeclared({ ...scope, sha256: 'a'.repeat(64) }))).toBe(
      'declaration-incomplete',
    );
  });

  it('freezes the file that was downloaded, once for two clicks', async () => {
    const { actor, caller, scope, organizationId, sha256 } = await givenReady();
    const both = await Promise.all([1, 2].map(() => caller.sibil.markDeclared({ ...scope, sha256 })));
    expect(new Set(both.map(({ submissionId }) => submissionId)).size).toBe(1);
    const [submission, ...others] = await test.db.submission.findMany({
      where: { organizationId },
      include: { documents: true, steps: true },
    });
    expect(others).toEqual([]);
    expect(submission).toMatchObject({ state: 'sent', number: 1, organism: 'SIBIL', steps: [] });
    const [document] = submission?.documents ?? [];
    const expected = renderQuarter(await loadQuarter(actor, period, new Date()), new Date());
    expect(Buffer.from(document?.bytes ?? []).equals(Buffer.from(expected?.bytes ?? []))).toBe(true);
    expect(toSha256(document?.bytes ?? '')).toBe(sha256);
    expect(await caller.sibil.getQuarter(scope)).toMatchObject({ state: 'sent', submission: { number: 1 } });
    expect(await test.db.auditEvent.count({ where: { organizationId, action: 'submission.sent' } })).toBe(1);

    const listed = await caller.submissions.list({ organizationId });
    expect(listed.rows).toMatchObject([{ seriesId: null, seriesName: 'SIBIL, 2e\u00a0trimestre 2024' }]);
    const view = await loadSubmission(test.db, { organizationId, submissionId: submission?.id ?? '' });
    expect(view).toMatchObject({ period, seriesId: null, seriesName: 'SIBIL, 2e\u00a0trimestre 2024' });
  });

  it('refuses a file that the figures no longer give, then takes the new one as a correction', async () => {
    const { caller, scope, organizationId, performanceIds, sha256 } = await givenReady();
    await caller.sibil.markDeclared({ ...scope, sha256 });
    await test.db.performance.update({ where: { id: performanceIds[0] ?? '' }, data: { importedFreeTickets: 9 } });
    const { file } = await caller.sibil.getQuarter(scope);
    expect(file?.sha256).not.toBe(sha256);
    expect(await codeOf(caller.sibil.markDeclared({ ...scope, sha256 }))).toBe('stale-version');
    const second = await caller.sibil.markDeclared({ ...scope, sha256: file?.sha256 ?? '' });
    expect(second).toMatchObject({ number: 2 });
    const { previous } = await caller.corrections.differences({ organizationId, submissionId: second.submissionId });
    expect(previous).toMatchObject({
      number: 1,
      groups: [
        {
          title: expect.stringMatching(/^La Nuit des gardiens, représentation du samedi 1er juin 2024/),
          kind: 'changed',
          lines: [{ label: 'Billets gratuits', before: '8', after: '9' }],
        },
      ],
    });
    expect(await test.db.declaration.count({ where: { organizationId, organism: 'SIBIL' } })).toBe(1);
  });

  it('takes the answer of SIBIL: refused, it is declared again; accepted, it is over', async () => {
    const { caller, scope, organizationId, sha256 } = await givenReady();
    const first = await caller.sibil.markDeclared({ ...scope, sha256 });
    const answer = { organizationId, submissionId: first.submissionId };
    await caller.submissions.answer({ ...answer, outcome: 'refused', reason: 'Lieu inconnu' });
    expect(await caller.sibil.getQuarter(scope)).toMatchObject({
      state: 'refused',
      submission: { message: 'Lieu inconnu' },
    });
    const second = await caller.sibil.markDeclared({ ...scope, sha256 });
    expect(second.number).toBe(2);
    await caller.submissions.answer({
      organizationId,
      submissionId: second.submissionId,
      outcome: 'accepted',
      noticeNumber: null,
    });
    expect(await caller.sibil.getQuarter(scope)).toMatchObject({ state: 'accepted' });
    const late = caller.submissions.answer({ ...answer, outcome: 'accepted', noticeNumber: null });
    expect(await codeOf(late)).toBe('stale-version');
  });

  it('does not declare a quarter that is still running, nor shows it as due', async () => {
    const { actor, caller, organizationId, venueId, performanceIds } = await givenQuarter({ performances: 1 });
    await caller.sibil.setVenueKind({ organizationId, venueId, kind });
    const now = new Date();
    await test.db.performance.update({ where: { id: performanceIds[0] ?? '' }, data: { startAt: now } });
    const running = `${now.getUTCFullYear()}-T${Math.floor(now.getUTCMonth() / 3) + 1}`;
    const { file, isOver } = await getQuarter(actor, { organizationId, period: running });
    expect(isOver).toBe(false);
    const marking = markDeclared(actor, { organizationId, period: running, sha256: file?.sha256 ?? 'a'.repeat(64) });
    expect(await codeOf(marking)).toBe('declaration-incomplete');
    expect(await findDueQuarters(test.db, organizationId, now)).toEqual([]);
    // Three months and some later, it is.
    const later = new Date(now.getTime() + 100 * 86_400_000);
    expect(await findDueQuarters(test.db, organizationId, later)).toMatchObject([{ period: running, isOver: true }]);
  });

  it('finds nothing of others, and asks as many questions for many shows as for few', async () => {
    const { actor, organizationId, scope, venueId } = await givenQuarter();
    const stranger = await givenShow(test.db);
    const theirs = callerOf(test.db, stranger.actor.user);
    expect(await codeOf(theirs.sibil.getQuarter(scope))).toBe('not-found');
    expect(await codeOf(theirs.sibil.setVenueKind({ organizationId: stranger.organizationId, venueId, kind }))).toBe(
      'not-found',
    );
    const counted = { ...actor, db: counting.db };
    const count = async () => (await counting.record(() => getQuarter(counted, scope))).length;
    await count();
    const few = await count();
    for (let show = 0; show < 4; show += 1) {
      await test.db.series.create({
        data: {
          organizationId,
          system: 'manual',
          remoteAccount: 'manual',
          remoteId: String(show),
          name: `Spectacle ${show}`,
          venueId,
          performances: {
            create: Array.from({ length: 10 }, (_, day) => ({
              remoteId: String(day),
              startAt: new Date(Date.UTC(2024, 4, 1 + day, 18)),
              importedIncludingCents: 1000,
              importedExcludingCents: 948,
              importedPaidTickets: 1,
              importedFreeTickets: 0,
              importedAt: new Date(),
            })),
          },
        },
      });
    }
    expect(await count()).toBe(few);
    expect((await getQuarter(actor, scope)).totals.performances).toBe(43);
  });

  it('gives the file and its frozen copy to members only, once everything is there', async () => {
    const { actor, caller, scope, organizationId, venueId } = await givenQuarter();
    const other = await givenShow(test.db);
    const [member, stranger] = await Promise.all(
      [actor, other.actor].map(async ({ user }) => toRequest(await givenSession(test.db, user.id))),
    );
    const ask = async (request = toRequest(), params: Record<string, string> = scope) =>
      serveQuarterFile(test.db, request, params);
    expect((await ask()).status).toBe(401);
    expect((await ask(stranger)).status).toBe(404);
    expect((await ask(member, { ...scope, period: '2024-Q2' })).status).toBe(404);
    expect((await ask(member)).status).toBe(409);

    await caller.sibil.setVenueKind({ organizationId, venueId, kind });
    const { file } = await caller.sibil.getQuarter(scope);
    const response = await ask(member);
    expect(response.headers.get('content-type')).toBe('text/csv');
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(toSha256(bytes)).toBe(file?.sha256);

    await caller.sibil.markDeclared({ ...scope, sha256: toSha256(bytes) });
    const { submission } = await caller.sibil.getQuarter(scope);
    const documentId = submission?.document?.href.split('/').at(-1) ?? '';
    expect((await serveDocument(test.db, stranger ?? toRequest(), documentId)).status).toBe(404);
    const kept = await serveDocument(test.db, member ?? toRequest(), documentId);
    expect(toSha256(new Uint8Array(await kept.arrayBuffer()))).toBe(file?.sha256);
  });
});

function toRequest(headers: Record<string, string> = {}): Request {
  return new Request('http://localhost/api', { headers });
}
