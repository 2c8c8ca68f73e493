import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { answerSubmission } from '@/server/submissions/answer-submission';
import { getDifferences } from './get-differences';
import { getSubmission } from '@/server/submissions/get-submission';
import { resolveSubmission } from '@/server/submissions/resolve-submission';
import { retrySubmission } from '@/server/submissions/retry-submission';
import { type Boundary } from '@/server/faults';
import { type Organism } from '@/server/db/generated/client';
import { crashAt } from '@/testing/fault-injection';
import { type GivenShow, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenTour, givenTourAgencies, tourAgencies } from '@/testing/given-tour';
import { startSubmissionWorld, type SubmissionWorld } from '@/testing/submission-world';
import { cancelCorrection } from './cancel-correction';
import { getDeclaration } from '@/server/declarations/get-declaration';
import { markDeclared } from '@/server/declarations/mark-declared';
import { reviewDeclaration } from '@/server/declarations/review-declaration';
import { saveDeclaration } from '@/server/declarations/save-declaration';
import { startCorrection } from './start-correction';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';

jest.setTimeout(120_000);

const [brest, rennes] = tourAgencies;
const database = givenTestDatabase();
let world: SubmissionWorld;

beforeAll(async () => {
  world = await startSubmissionWorld(() => database.db);
  await givenTourAgencies(database.db);
});
afterEach(() => {
  world.mailer.taken.length = 0;
  world.mailer.script.length = 0;
});
afterAll(() => world.stop());

/** What a person does with a show declared to one organism. */
function act(show: GivenShow, organism: Exclude<Organism, 'SIBIL'>) {
  const { actor, organizationId, seriesId, performanceIds } = show;
  const scope = { organizationId, seriesId };
  const version = async () => (await getDeclaration(actor, scope)).version;
  return {
    page: async () => (await getDeclaration(actor, scope)).declarations[0],
    start: (submissionNumber: number) => startCorrection(actor, { ...scope, organism, submissionNumber }),
    cancel: (restore = false) => cancelCorrection(actor, { ...scope, organism, restore }),
    async edit(index: number, paidTickets: number) {
      const performances = [{ id: performanceIds[index] ?? '', corrected: { paidTickets } }];
      await saveDeclaration(actor, { ...scope, version: await version(), patch: { performances } });
    },
    review: async () => (await reviewDeclaration(actor, scope)).organisms[0],
    /** Sends to SACEM; the addresses that took it, with the subject and the text of each mail. */
    async send() {
      const id = await this.prepare();
      await world.run(id);
      return { id, mails: listMails() };
    },
    /** Transmits to SACEM, without the worker. */
    async prepare() {
      world.mailer.taken.length = 0;
      const input = { ...scope, version: await version(), organisms: ['SACEM' as const], truthful: true as const };
      return (await transmitDeclaration(actor, input)).submissions[0]?.id ?? '';
    },
    declare: async (tax: 'CNM') => {
      const { submissionId } = await markDeclared(actor, { ...scope, version: await version(), organism: tax });
      return submissionId;
    },
    view: (submissionId: string) => getSubmission(actor, { organizationId, submissionId }),
    differences: (submissionId: string) => getDifferences(actor, { organizationId, submissionId }),
    row: () => database.db.declaration.findFirstOrThrow({ where: { seriesId } }),
  };
}

function listMails() {
  return world.mailer.taken
    .filter(({ to }) => tourAgencies.some((address) => address === to))
    .map(({ to, subject, text }) => {
      const replaced = /rectificative n°\s(\d).*déclaration n°\s(\d)/.exec(subject);
      return { to, correction: replaced && `${replaced[1]} replaces ${replaced[2]}`, changes: toChanges(text) };
    });
}

const toChanges = (text: string) =>
  text.match(/Billets payants[^\n]*devient \d+/g)?.map((line) => line.slice(-17)) ?? [];

describe('correcting what several agencies received', () => {
  it('tells only those whose figures changed, and each what it replaces there', async () => {
    const show = await givenTour(database.db);
    const tour = act(show, 'SACEM');
    await tour.send();
    await tour.start(1);
    await tour.edit(0, 100);
    const review = await tour.review();
    expect(review?.shares.map(({ recipient, isDelivered }) => [recipient.address, isDelivered])).toEqual([
      [brest, false],
      [rennes, true],
    ]);
    expect((await tour.send()).mails).toEqual([
      {
        to: brest,
        correction: '2 replaces 1',
        changes: ['120 devient 100'].map((line) => expect.stringContaining(line)),
      },
    ]);
    await tour.start(2);
    await tour.edit(2, 90);
    expect((await tour.send()).mails).toEqual([
      { to: rennes, correction: '3 replaces 1', changes: [expect.stringContaining('120 devient 90')] },
    ]);
    await tour.start(3);
    await tour.edit(2, 91);
    expect((await tour.send()).mails).toEqual([
      { to: rennes, correction: '4 replaces 3', changes: [expect.stringContaining('90 devient 91')] },
    ]);
    expect(await tour.row()).toMatchObject({ state: 'sent', correctingSince: null, changedSince: null });
  });

  it('names an agency that holds a statement and has no performance left', async () => {
    const show = await givenTour(database.db);
    const tour = act(show, 'SACEM');
    await tour.send();
    await tour.start(1);
    await database.db.performance.update({ where: { id: show.performanceIds[2] ?? '' }, data: { venueId: null } });
    expect(await tour.review()).toMatchObject({ shares: [], leftAgencies: [rennes] });
    const { mails } = await tour.send();
    expect(mails).toMatchObject([{ to: brest, correction: '2 replaces 1' }]);
  });

  it('cannot be given up once one of them took it: the others are told', async () => {
    const show = await givenTour(database.db);
    const tour = act(show, 'SACEM');
    await tour.send();
    await tour.start(1);
    await tour.edit(0, 100);
    await tour.edit(2, 90);
    world.mailer.script.push('sent', 'refused');
    const { id, mails } = await tour.send();
    expect(mails.map(({ to }) => to)).toEqual([brest]);
    expect(await tour.page()).toMatchObject({ state: 'failed', canGiveUp: false });
    await expect(tour.cancel()).rejects.toMatchObject({ code: 'stale-version' });
    world.mailer.taken.length = 0;
    await retrySubmission(show.actor, { organizationId: show.organizationId, submissionId: id });
    await world.run(id);
    expect(listMails()).toMatchObject([{ to: rennes, correction: '2 replaces 1' }]);
    expect(await tour.row()).toMatchObject({ state: 'sent' });
  });
});

describe('a correction while something else happens', () => {
  it('is over when the mail that it corrects comes back: the form is open without it', async () => {
    const show = await givenShow(database.db, { organisms: ['SACEM'] });
    const { actor, organizationId } = show;
    const declaration = act(show, 'SACEM');
    const { id } = await declaration.send();
    await declaration.start(1);
    await resolveSubmission(actor, { organizationId, submissionId: id, outcome: 'not-received', note: '' });
    expect(await declaration.row()).toMatchObject({ state: 'failed', correctingSince: null });
    expect(await declaration.page()).toMatchObject({ locked: false, canGiveUp: false, correctedBy: null });
    const { mails } = await declaration.send();
    expect(mails).toMatchObject([{ to: brest, correction: null }]);
  });

  it('leaves once, whatever is clicked at once: cancel, send, a save', async () => {
    const show = await givenShow(database.db, { organisms: ['SACEM'] });
    const declaration = act(show, 'SACEM');
    await declaration.send();
    await declaration.start(1);
    await declaration.edit(0, 100);
    await Promise.allSettled([declaration.send(), declaration.cancel(true), declaration.edit(1, 90)]);
    const submissions = await database.db.submission.findMany({
      where: { organizationId: show.organizationId },
      orderBy: { number: 'asc' },
    });
    expect(submissions.length).toBeLessThanOrEqual(2);
    expect(await declaration.row()).toMatchObject({ state: 'sent', correctingSince: null });
  });
});

describe('a worker killed while it sends a correction', () => {
  it.each<[Boundary, 'sent' | 'unknown', number]>([
    ['step.claimed', 'sent', 1],
    ['step.sending-recorded', 'unknown', 0],
    ['step.delivered', 'unknown', 1],
    ['step.outcome-recorded', 'sent', 1],
  ])('at %s leaves it %s: it left %s time', async (name, state, times) => {
    const show = await givenShow(database.db, { organisms: ['SACEM'] });
    const declaration = act(show, 'SACEM');
    await declaration.send();
    await declaration.start(1);
    await declaration.edit(0, 100);
    const sending = await declaration.prepare();
    expect(await crashAt(name, () => world.run(sending))).toBe(true);
    for (const attempt of [1, 2, 3]) await world.run(sending, { attempt });
    expect(await declaration.row()).toMatchObject({ state, correctingSince: null });
    expect(listMails()).toHaveLength(times);
    if (state === 'unknown') {
      await expect(declaration.cancel()).rejects.toMatchObject({ code: 'stale-version' });
      await expect(declaration.start(1)).rejects.toMatchObject({ code: 'already-being-sent' });
    }
  });

  it('before the end of the transaction, leaves the correction as it was', async () => {
    const show = await givenShow(database.db, { organisms: ['SACEM'] });
    const declaration = act(show, 'SACEM');
    await declaration.send();
    await declaration.start(1);
    await declaration.edit(0, 100);
    expect(await crashAt('transmit.before-commit', () => declaration.prepare())).toBe(true);
    expect(await declaration.page()).toMatchObject({ state: 'sent', correctedBy: 'Nolwenn Cadiou', locked: false });
    expect((await declaration.send()).mails).toMatchObject([{ to: brest, correction: '2 replaces 1' }]);
  });
});

describe('the form kept before a correction', () => {
  it('is still there when another organism answers meanwhile', async () => {
    const show = await givenShow(database.db, { organisms: ['SACEM', 'CNM'] });
    const { actor, organizationId } = show;
    const [sacem, cnm] = [act(show, 'SACEM'), act(show, 'CNM')];
    await sacem.send();
    const submissionId = await cnm.declare('CNM');
    await sacem.start(1);
    await sacem.edit(0, 100);
    await answerSubmission(actor, { organizationId, submissionId, outcome: 'accepted', noticeNumber: 'AV-1' });
    await sacem.cancel(true);
    const { importedPaidTickets, correctedPaidTickets } = await database.db.performance.findUniqueOrThrow({
      where: { id: show.performanceIds[0] ?? '' },
    });
    expect([importedPaidTickets, correctedPaidTickets]).toEqual([120, null]);
  });
});

describe('correcting what a person declared on the organism’s own site', () => {
  it('is declared again; refused and given up, the one before holds', async () => {
    const show = await givenShow(database.db, { organisms: ['CNM'] });
    const { actor, organizationId } = show;
    const declaration = act(show, 'CNM');
    const first = await declaration.declare('CNM');
    await declaration.start(1);
    await declaration.edit(0, 100);
    expect(await declaration.review()).toMatchObject({ sendable: true, correction: expect.stringContaining('annule') });
    const second = await declaration.declare('CNM');
    await expect(declaration.declare('CNM')).rejects.toMatchObject({ code: 'already-accepted' });
    const { previous, canCorrect } = await declaration.differences(second);
    expect(previous?.groups.flatMap(({ lines }) => lines)).toEqual([
      { label: 'Billets payants', before: '120', after: '100' },
    ]);
    expect(canCorrect).toBe(true);
    expect(await declaration.view(first)).toMatchObject({ superseded: 'by-later' });
    await answerSubmission(actor, {
      organizationId,
      submissionId: second,
      outcome: 'refused',
      reason: 'Jauge fausse.',
    });
    expect(await declaration.page()).toMatchObject({ state: 'refused', canGiveUp: true });
    await declaration.cancel();
    expect(await declaration.page()).toMatchObject({ state: 'sent', submission: { id: first }, changed: true });
    expect(await declaration.view(second)).toMatchObject({ superseded: 'given-up' });
    expect((await declaration.differences(second)).canCorrect).toBe(false);
    expect(await declaration.differences(first)).toMatchObject({ canCorrect: true, today: { kept: false } });
    await declaration.start(1);
  });
});
