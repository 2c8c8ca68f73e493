import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';
import { reviewDeclaration } from '@/server/declarations/review-declaration';
import { servePreview } from '@/server/declarations/serve-preview';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { type Boundary } from '@/server/faults';
import { crashAt } from '@/testing/fault-injection';
import { givenSession } from '@/testing/given-session';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenTour, givenTourAgencies, tourAgencies } from '@/testing/given-tour';
import { startSubmissionWorld, type SubmissionWorld } from '@/testing/submission-world';
import { getSubmission } from './get-submission';
import { resolveSubmission } from './resolve-submission';
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

async function givenTransmitted() {
  const show = await givenTour(database.db);
  const { actor, organizationId, seriesId } = show;
  const transmit = async () => {
    const { version } = await database.db.series.findUniqueOrThrow({ where: { id: seriesId } });
    const input = { organizationId, seriesId, version, organisms: ['SACEM' as const], truthful: true as const };
    return (await transmitDeclaration(actor, input)).submissions[0]?.id ?? '';
  };
  const id = await transmit();
  return {
    ...show,
    id,
    transmit,
    view: (submissionId = id) => getSubmission(actor, { organizationId, submissionId }),
    states: async (submissionId = id) =>
      (await getSubmission(actor, { organizationId, submissionId })).steps.map(({ state }) => state),
    retry: () => retrySubmission(actor, { organizationId, submissionId: id }),
    receivedBy: (address: string) => world.mailer.taken.filter(({ to }) => to === address),
    receipts: () => world.mailer.taken.filter(({ to }) => to === actor.user.email),
  };
}

async function readPdf(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

describe('a tour over two departments', () => {
  it('shows each agency, its performances and its document before sending, and sends exactly those', async () => {
    const show = await givenTour(database.db);
    const { actor, organizationId, seriesId } = show;
    const review = await reviewDeclaration(actor, { organizationId, seriesId });
    const [sacem] = review.organisms;
    expect(sacem).toMatchObject({ issues: [], documentHref: null });
    expect(
      sacem?.shares.map(({ recipient, performances }) => [recipient.address, performances.map(({ id }) => id)]),
    ).toEqual([
      [brest, show.performanceIds.slice(0, 2)],
      [rennes, show.performanceIds.slice(2)],
    ]);
    const headers = await givenSession(database.db, actor.user.id);
    const href = sacem?.shares[1]?.documentHref ?? '';
    const response = await servePreview(database.db, new Request(`http://assistant.test${href}`, { headers }), {
      organizationId,
      seriesId,
      organism: 'sacem',
    });
    const preview = await readPdf(new Uint8Array(await response.arrayBuffer()));
    expect(preview).toContain('État destiné à : Délégation de Rennes. Il porte sur 1 représentation sur les 3');
    expect(preview).toContain('Ces dépenses sont celles du spectacle entier (3 représentations)');
    expect(preview).toContain('Théâtre du Vieux-Pont');
    expect(preview).not.toContain('Salle du Stiff');
    expect(preview).toContain('1 800,00'); // one evening of the three

    const input = { organizationId, seriesId, version: 1, organisms: ['SACEM' as const], truthful: true as const };
    const { submissions } = await transmitDeclaration(actor, { ...input, fingerprint: review.fingerprint });
    const id = submissions[0]?.id ?? '';
    await world.run(id);
    const view = await getSubmission(actor, { organizationId, submissionId: id });
    expect(view).toMatchObject({ state: 'sent', recipient: `${brest}, ${rennes}` });
    expect(view.steps).toMatchObject([
      { kind: 'sacem-mail', state: 'succeeded', recipient: brest, agencyName: 'Délégation de Brest' },
      { kind: 'sacem-mail', state: 'succeeded', recipient: rennes, agencyName: 'Délégation de Rennes' },
      { kind: 'receipt-mail', state: 'succeeded', recipient: null },
    ]);
    expect(view.documents).toHaveLength(2);
    const [first, second, receipt] = world.mailer.taken;
    expect([first?.to, second?.to, receipt?.to]).toEqual([brest, rennes, actor.user.email]);
    expect(first?.messageId).not.toBe(second?.messageId);
    expect(first?.text).toContain('2\u00a0représentations');
    const sent = await readPdf(new Uint8Array(second?.attachments?.[0]?.bytes ?? []));
    expect(sent.replace(/\d\d\/\d\d\/\d{4}/g, '')).toBe(preview.replace(/\d\d\/\d\d\/\d{4}/g, ''));
    const whole = await readPdf(new Uint8Array(first?.attachments?.[0]?.bytes ?? []));
    expect(whole).toContain('3 600,00');
    expect(receipt?.attachments?.map(({ filename }) => filename)).toEqual([
      'Déclaration SACEM - la-nuit-des-gardiens - delegation-de-brest.pdf',
      'Déclaration SACEM - la-nuit-des-gardiens - delegation-de-rennes.pdf',
    ]);
  });

  it('finds a place without agency before sending, on the performance whose place it is', async () => {
    const { actor, organizationId, seriesId, performanceIds } = await givenTour(database.db, '98800');
    const { organisms } = await reviewDeclaration(actor, { organizationId, seriesId });
    expect(organisms[0]?.issues).toMatchObject([
      { code: 'no-agency', field: 'performances.venue', performanceId: performanceIds[2] },
    ]);
    const input = { organizationId, seriesId, version: 1, organisms: ['SACEM' as const], truthful: true as const };
    await expect(transmitDeclaration(actor, input)).rejects.toMatchObject({ code: 'agency-not-found' });
  });

  it('is not sent when its agencies changed since the review', async () => {
    const { actor, organizationId, seriesId } = await givenTour(database.db);
    const { fingerprint } = await reviewDeclaration(actor, { organizationId, seriesId });
    const rename = (from: string, email: string) =>
      database.db.agency.updateMany({ where: { email: from }, data: { email } });
    await rename(rennes, 'vitre@delegation-sacem.test');
    const input = { organizationId, seriesId, version: 1, organisms: ['SACEM' as const], truthful: true as const };
    await expect(transmitDeclaration(actor, { ...input, fingerprint })).rejects.toMatchObject({
      code: 'stale-version',
    });
    await rename('vitre@delegation-sacem.test', rennes);
  });

  it('cannot have its recipients changed afterwards', async () => {
    const { id } = await givenTransmitted();
    await expect(
      database.db.submissionStep.updateMany({ where: { submissionId: id }, data: { recipient: 'autre@sacem.test' } }),
    ).rejects.toThrow();
  });
});

describe('an agency that cannot be written to', () => {
  it('does not hold the other, and alone receives the retry', async () => {
    const tour = await givenTransmitted();
    world.mailer.script.push('refused', 'sent', 'sent');
    await world.run(tour.id);
    expect(await tour.view()).toMatchObject({ state: 'failed', errorCode: 'mail-refused' });
    expect(await tour.states()).toEqual(['failed', 'succeeded', 'succeeded']);
    const [problem] = tour.receipts();
    expect(problem?.subject).toContain('n’est pas partie');
    expect(problem?.text).toContain('Les délégations déjà servies ne recevront rien de plus');
    expect(problem?.text).toContain(rennes);

    await tour.retry();
    await world.run(tour.id, { jobId: 'job-2' });
    expect(await tour.view()).toMatchObject({ state: 'sent' });
    expect(tour.receivedBy(brest)).toHaveLength(1);
    expect(tour.receivedBy(rennes)).toHaveLength(1);
    expect(tour.receipts()).toHaveLength(2);
  });

  it('waits for its next try while the other is served; nothing is told before both have ended', async () => {
    const tour = await givenTransmitted();
    world.mailer.script.push('not-sent');
    await world.run(tour.id);
    expect(await tour.states()).toEqual(['waiting', 'succeeded']);
    expect(await tour.view()).toMatchObject({ state: 'sending' });
    expect(tour.receipts()).toHaveLength(0);
    world.advance(60);
    await world.run(tour.id, { jobId: 'job-2' });
    expect(await tour.states()).toEqual(['succeeded', 'succeeded', 'succeeded']);
    expect(tour.receivedBy(rennes)).toHaveLength(1);
    expect(tour.receipts()).toHaveLength(1);
  });

  it('is the only one told again after a correction that does not concern the other', async () => {
    const tour = await givenTransmitted();
    world.mailer.script.push('refused');
    await world.run(tour.id);
    const correct = (index: number) =>
      database.db.performance.update({
        where: { id: tour.performanceIds[index] ?? '' },
        data: { importedPaidTickets: 119 },
      });
    await correct(0);
    const second = await tour.transmit();
    await world.run(second, { jobId: 'job-2' });
    expect(await tour.view(second)).toMatchObject({ state: 'sent', recipient: brest, number: 2 });
    expect(tour.receivedBy(rennes)).toHaveLength(1);
    expect(tour.receivedBy(brest)).toHaveLength(1);
  });

  it('is the only one told again when another organism is chosen meanwhile', async () => {
    const tour = await givenTransmitted();
    world.mailer.script.push('refused');
    await world.run(tour.id);
    await database.db.declaration.create({ data: { seriesId: tour.seriesId, organism: 'CNM' } });
    await database.db.organization.update({ where: { id: tour.organizationId }, data: { sacdId: '987654' } });
    const second = await tour.transmit();
    await world.run(second, { jobId: 'job-2' });
    expect(tour.receivedBy(rennes)).toHaveLength(1);
    expect(tour.receivedBy(brest)).toHaveLength(1);
  });

  it('and the other too when the correction is about it', async () => {
    const tour = await givenTransmitted();
    world.mailer.script.push('refused');
    await world.run(tour.id);
    await database.db.performance.update({
      where: { id: tour.performanceIds[2] ?? '' },
      data: { importedPaidTickets: 119 },
    });
    await world.run(await tour.transmit(), { jobId: 'job-2' });
    expect(tour.receivedBy(rennes)).toHaveLength(2);
  });
});

describe('an outcome that is not known', () => {
  it('is never lost among the others, and settled agency by agency', async () => {
    const tour = await givenTransmitted();
    world.mailer.script.push('unknown', 'unknown', 'sent');
    await world.run(tour.id);
    expect(await tour.states()).toEqual(['unknown', 'unknown', 'succeeded']);
    expect(await tour.view()).toMatchObject({ state: 'unknown' });
    const { steps } = await tour.view();
    const resolve = (index: number, outcome: 'received' | 'not-received') =>
      resolveSubmission(tour.actor, {
        organizationId: tour.organizationId,
        submissionId: tour.id,
        stepId: steps[index]?.id,
        outcome,
        note: '',
      });
    await resolve(0, 'received');
    expect(await tour.view()).toMatchObject({ state: 'unknown' });
    await expect(resolve(0, 'received')).rejects.toMatchObject({ code: 'stale-version' });
    await resolve(1, 'not-received');
    expect(await tour.view()).toMatchObject({ state: 'failed' });
    world.mailer.taken.length = 0;
    await tour.retry();
    await world.run(tour.id, { jobId: 'job-2' });
    expect(await tour.view()).toMatchObject({ state: 'sent' });
    expect(tour.receivedBy(brest)).toHaveLength(0);
    expect(tour.receivedBy(rennes)).toHaveLength(1);
  });

  it('wins over a failure', async () => {
    const tour = await givenTransmitted();
    world.mailer.script.push('unknown', 'refused', 'sent');
    await world.run(tour.id);
    expect(await tour.view()).toMatchObject({ state: 'unknown', errorCode: 'outcome-unknown' });
    await expect(tour.retry()).rejects.toMatchObject({ code: 'already-being-sent' });
  });
});

describe('a worker that dies between two agencies', () => {
  // The boundary is passed once per step: the second and third passages are those of the second agency and of the receipt.
  it.each<[Boundary, number, string, number, number]>([
    ['step.claimed', 1, 'sent', 1, 1],
    ['step.sending-recorded', 1, 'unknown', 0, 1],
    ['step.delivered', 1, 'unknown', 1, 1],
    ['step.outcome-recorded', 1, 'sent', 1, 1],
    ['step.claimed', 2, 'sent', 1, 1],
    ['step.sending-recorded', 2, 'unknown', 1, 0],
    ['step.delivered', 2, 'unknown', 1, 1],
    ['step.outcome-recorded', 2, 'sent', 1, 1],
  ])('at %s, passage %s, ends %s', async (name, passage, state, first, second) => {
    const tour = await givenTransmitted();
    expect(await crashAt(name, () => world.run(tour.id), passage)).toBe(true);
    for (const attempt of [1, 2, 3]) await world.run(tour.id, { attempt });
    expect(await tour.view()).toMatchObject({ state });
    expect(tour.receivedBy(brest)).toHaveLength(first);
    expect(tour.receivedBy(rennes)).toHaveLength(second);
    expect(tour.receipts()).toHaveLength(1);
  });

  it.each([1, 2, 3])('or two workers at once, send each statement once (round %s)', async () => {
    const tour = await givenTransmitted();
    await Promise.allSettled(['job-1', 'job-2', 'job-3'].map((jobId) => world.run(tour.id, { jobId })));
    await world.run(tour.id, { jobId: 'job-4' });
    expect(await tour.view()).toMatchObject({ state: 'sent' });
    expect(tour.receivedBy(brest)).toHaveLength(1);
    expect(tour.receivedBy(rennes)).toHaveLength(1);
    expect(tour.receipts()).toHaveLength(1);
  });
});
