import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { maxDocumentBytes } from '@/domain/documents';
import { reviewDeclaration } from '@/server/declarations/review-declaration';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { type Boundary } from '@/server/faults';
import { crashAt } from '@/testing/fault-injection';
import { givenAttachment } from '@/testing/given-attachment';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenTour, givenTourAgencies, tourAgencies } from '@/testing/given-tour';
import { startSubmissionWorld, type SubmissionWorld } from '@/testing/submission-world';
import { getSubmission } from './get-submission';
import { resolveSubmission } from './resolve-submission';
import { retryDocuments } from './retry-documents';
import { retrySubmission } from './retry-submission';

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

/** A tour over two agencies, with documents of which three fill more than a mail. */
async function givenTourWith(documents: number) {
  const show = await givenTour(database.db);
  const { actor, organizationId, seriesId } = show;
  for (let number = 1; number <= documents; number += 1) {
    await givenAttachment(actor, { seriesId, type: 'OTHER', name: `${number}.pdf`, size: maxDocumentBytes });
  }
  const transmit = async () => {
    const { version } = await database.db.series.findUniqueOrThrow({ where: { id: seriesId } });
    const input = { organizationId, seriesId, version, organisms: ['SACEM' as const], truthful: true as const };
    return (await transmitDeclaration(actor, input)).submissions[0]?.id ?? '';
  };
  const view = (submissionId: string) => getSubmission(actor, { organizationId, submissionId });
  return {
    ...show,
    transmit,
    review: async () => (await reviewDeclaration(actor, { organizationId, seriesId })).organisms[0],
    view,
    steps: async (submissionId: string) =>
      (await view(submissionId)).steps.map(({ kind, recipient, state }) => [kind, recipient, state].join(' ')),
    scope: (submissionId: string) => ({ organizationId, submissionId }),
    /** Files that reached an address, mail by mail; the statement is one. */
    received: (address: string) =>
      world.mailer.taken.filter(({ to }) => to === address).map(({ attachments = [] }) => attachments.length),
    receipts: () => world.mailer.taken.filter(({ to }) => to === actor.user.email),
  };
}

const everywhere = [
  `sacem-mail ${brest} succeeded`,
  `sacem-mail ${rennes} succeeded`,
  `sacem-documents-mail ${brest} succeeded`,
  `sacem-documents-mail ${rennes} succeeded`,
  'receipt-mail  succeeded',
];

describe('documents of a tour', () => {
  it('that fit in a mail go with the statement of each agency', async () => {
    const tour = await givenTourWith(2);
    expect((await tour.review())?.documents).toMatchObject({ recipient: null, mails: 1, files: [{}, {}] });
    const id = await tour.transmit();
    await world.run(id);
    expect(await tour.view(id)).toMatchObject({ state: 'sent', documentsRecipient: `${brest}, ${rennes}` });
    expect([tour.received(brest), tour.received(rennes)]).toEqual([[3], [3]]);
    expect(tour.receipts()[0]?.text).toContain(`Documents envoyés à ${brest}, ${rennes}`);
    expect(tour.receipts()[0]?.attachments).toHaveLength(2);
  });

  it('that do not all follow the statement, to each agency, by steps of their own', async () => {
    const tour = await givenTourWith(3);
    expect((await tour.review())?.documents?.mails).toBe(2);
    const id = await tour.transmit();
    await world.run(id);
    expect(await tour.steps(id)).toEqual(everywhere);
    expect([tour.received(brest), tour.received(rennes)]).toEqual([
      [3, 1],
      [3, 1],
    ]);
    expect(world.mailer.taken.slice(0, 4).map(({ to, subject }) => [to, subject.slice(-3)])).toEqual([
      [brest, '1/2'],
      [rennes, '1/2'],
      [brest, '2/2'],
      [rennes, '2/2'],
    ]);
    expect(new Set(world.mailer.taken.map(({ messageId }) => messageId)).size).toBe(5);
  });

  it('are refused at the review beyond five mails', async () => {
    const tour = await givenTourWith(11);
    expect((await tour.review())?.issues).toMatchObject([{ code: 'documents-too-heavy', severity: 'wrong' }]);
    await expect(tour.transmit()).rejects.toMatchObject({ code: 'declaration-incomplete' });
  });

  it('follow only where the statement arrived, and to the other agency after its retry', async () => {
    const tour = await givenTourWith(3);
    const id = await tour.transmit();
    world.mailer.script.push('sent', 'refused');
    await world.run(id);
    expect((await tour.view(id)).state).toBe('failed');
    expect([tour.received(brest), tour.received(rennes)]).toEqual([[3, 1], []]);
    await retrySubmission(tour.actor, tour.scope(id));
    await world.run(id, { jobId: 'job-2' });
    expect((await tour.view(id)).state).toBe('sent');
    expect([tour.received(brest), tour.received(rennes)]).toEqual([
      [3, 1],
      [3, 1],
    ]);
  });

  it('do not go a second time to the agency that has them, when a correction is about the other', async () => {
    const tour = await givenTourWith(3);
    const id = await tour.transmit();
    world.mailer.script.push('sent', 'refused');
    await world.run(id);
    await database.db.performance.update({
      where: { id: tour.performanceIds[2] ?? '' },
      data: { importedPaidTickets: 119 },
    });
    const second = await tour.transmit();
    await world.run(second, { jobId: 'job-2' });
    expect(await tour.view(second)).toMatchObject({ state: 'sent', documentsRecipient: rennes });
    expect([tour.received(brest), tour.received(rennes)]).toEqual([
      [3, 1],
      [3, 1],
    ]);
  });

  it('wait for their statement, even while another agency is served', async () => {
    const tour = await givenTourWith(3);
    const id = await tour.transmit();
    world.mailer.script.push('not-sent');
    await world.run(id);
    expect([tour.received(brest), tour.received(rennes)]).toEqual([[], [3]]);
    world.advance(60);
    await world.run(id, { jobId: 'job-2' });
    expect((await tour.view(id)).state).toBe('sent');
    expect([tour.received(brest), tour.received(rennes)]).toEqual([
      [3, 1],
      [3, 1],
    ]);
  });
});

describe('a mail of documents of a tour', () => {
  it('that is refused leaves the declaration sent, and alone is sent again', async () => {
    const tour = await givenTourWith(3);
    const id = await tour.transmit();
    world.mailer.script.push('sent', 'sent', 'refused');
    await world.run(id);
    expect(await tour.view(id)).toMatchObject({ state: 'sent', errorCode: null });
    expect((await tour.steps(id)).slice(2, 4)).toEqual([
      `sacem-documents-mail ${brest} failed`,
      `sacem-documents-mail ${rennes} succeeded`,
    ]);
    expect(tour.receipts()[0]?.text).toContain('Vos documents ne sont pas tous partis');
    await retryDocuments(tour.actor, tour.scope(id));
    await world.run(id, { jobId: 'job-2' });
    expect(await tour.steps(id)).toEqual(everywhere);
    expect([tour.received(brest), tour.received(rennes)]).toEqual([
      [3, 1],
      [3, 1],
    ]);
  });

  it.each<[Boundary, string, number]>([
    ['step.claimed', 'succeeded', 1],
    ['step.sending-recorded', 'unknown', 0],
    ['step.delivered', 'unknown', 1],
    ['step.outcome-recorded', 'succeeded', 1],
  ])('is never sent twice when its worker dies at %s, and ends %s', async (name, state, count) => {
    const tour = await givenTourWith(3);
    const id = await tour.transmit();
    // The third passage is that of the first mail of documents.
    expect(await crashAt(name, () => world.run(id), 3)).toBe(true);
    for (const attempt of [1, 2, 3, 4]) await world.run(id, { attempt });
    expect((await tour.view(id)).state).toBe('sent');
    expect((await tour.steps(id))[2]).toBe(`sacem-documents-mail ${brest} ${state}`);
    expect(tour.received(brest)).toHaveLength(1 + count);
    expect(tour.received(rennes)).toEqual([3, 1]);
    expect(tour.receipts()).toHaveLength(1);
  });

  it('follows the word of a person, agency by agency', async () => {
    const tour = await givenTourWith(3);
    const id = await tour.transmit();
    world.mailer.script.push('unknown', 'unknown');
    await world.run(id);
    expect([tour.received(brest), tour.received(rennes)]).toEqual([[3], [3]]);
    const { steps } = await tour.view(id);
    const word = { ...tour.scope(id), note: '', stepId: steps[0]?.id };
    await resolveSubmission(tour.actor, { ...word, outcome: 'received' });
    await world.run(id, { jobId: 'job-2' });
    expect((await tour.view(id)).state).toBe('unknown');
    expect([tour.received(brest), tour.received(rennes)]).toEqual([[3, 1], [3]]);
    await resolveSubmission(tour.actor, { ...word, stepId: steps[1]?.id, outcome: 'received' });
    await world.run(id, { jobId: 'job-3' });
    expect((await tour.view(id)).state).toBe('sent');
    expect([tour.received(brest), tour.received(rennes)]).toEqual([
      [3, 1],
      [3, 1],
    ]);
  });
});

describe('a statement that comes back', () => {
  it('reopens the declaration for its agency alone', async () => {
    const tour = await givenTourWith(1);
    const id = await tour.transmit();
    await world.run(id);
    const { steps } = await tour.view(id);
    const word = { ...tour.scope(id), outcome: 'not-received' as const, note: 'Adresse inconnue' };
    await expect(resolveSubmission(tour.actor, { ...word, stepId: steps[2]?.id })).rejects.toMatchObject({
      code: 'stale-version',
    });
    await resolveSubmission(tour.actor, { ...word, stepId: steps[1]?.id });
    expect(await tour.view(id)).toMatchObject({ state: 'failed', errorCode: 'mail-refused' });
    expect((await tour.steps(id)).slice(0, 2)).toEqual([
      `sacem-mail ${brest} succeeded`,
      `sacem-mail ${rennes} failed`,
    ]);
    await world.run(id, { jobId: 'job-2' });
    expect(tour.receipts().at(-1)?.text).toContain(rennes);
    world.mailer.taken.length = 0;
    expect((await tour.review())?.shares.map(({ isDelivered }) => isDelivered)).toEqual([true, false]);
    await retrySubmission(tour.actor, tour.scope(id));
    await world.run(id, { jobId: 'job-3' });
    expect((await tour.view(id)).state).toBe('sent');
    expect([tour.received(brest), tour.received(rennes)]).toEqual([[], [2]]);
  });
});
