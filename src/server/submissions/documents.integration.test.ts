import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type DocumentType } from '@/domain/declaration/bounds';
import { maxDocumentBytes } from '@/domain/documents';
import { type TransmittableOrganism } from '@/domain/organism';
import { changeAttachmentType, removeAttachment } from '@/server/attachments/change-attachment';
import { reviewDeclaration } from '@/server/declarations/review-declaration';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { type Boundary } from '@/server/faults';
import { crashAt } from '@/testing/fault-injection';
import { givenAttachment } from '@/testing/given-attachment';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { startSubmissionWorld, type SubmissionWorld } from '@/testing/submission-world';
import { toSha256 } from './canonical-json';
import { downloadDocument } from './download-document';
import { getSubmission } from './get-submission';
import { resolveSubmission } from './resolve-submission';
import { retryDocuments } from './retry-documents';

const database = givenTestDatabase();
const sacdAgency = 'bretagne@delegation-sacd.test';
const sacemAgency = 'brest@delegation-sacem.test';
let world: SubmissionWorld;

beforeAll(async () => {
  world = await startSubmissionWorld(() => database.db);
  await givenAgencies(database.db);
  const postalCodes = { create: { organism: 'SACD' as const, code: '29' } };
  await database.db.agency.create({
    data: { organism: 'SACD', name: 'Délégation de Bretagne', email: sacdAgency, postalCodes },
  });
});
afterEach(() => {
  world.sandbox.clearTrouble('sacd');
  world.mailer.taken.length = 0;
  world.mailer.script.length = 0;
});
afterAll(() => world.stop());

const all: readonly DocumentType[] = ['ARTISTIC_CONTRACT', 'PERFORMED_WORK_PROGRAM', 'REVENUE_STATEMENT', 'OTHER'];

/** A show with one document per type, called by its type. */
async function given(organism: TransmittableOrganism, values: { types?: readonly DocumentType[]; size?: number } = {}) {
  const show = await givenShow(database.db, { organisms: [organism] });
  const { actor, organizationId, seriesId } = show;
  const ids: string[] = [];
  const { types = all, ...content } = values;
  for (const type of types) ids.push(await givenAttachment(actor, { seriesId, type, name: `${type}.pdf`, ...content }));
  const scope = { organizationId, seriesId };
  const review = () => reviewDeclaration(actor, scope);
  const transmit = async (fingerprint?: string) => {
    const { submissions } = await transmitDeclaration(actor, {
      ...scope,
      version: 1,
      organisms: [organism],
      truthful: true,
      ...(fingerprint !== undefined && { fingerprint }),
    });
    return submissions[0]?.id ?? '';
  };
  return {
    ...show,
    ids,
    review,
    transmit,
    view: (submissionId: string) => getSubmission(actor, { organizationId, submissionId }),
    /** Attachments that reached an address, mail by mail. */
    received: (address: string) =>
      world.mailer.taken
        .filter(({ to }) => to === address)
        .map(({ attachments = [] }) => attachments.map(({ filename }) => filename)),
    state: async () => (await database.db.declaration.findFirstOrThrow({ where: { seriesId } })).state,
  };
}

const stepsOf = ({ steps }: Awaited<ReturnType<typeof getSubmission>>) =>
  steps.map(({ kind, state }) => `${kind} ${state}`);

describe('documents of a show', () => {
  it('go to SACEM with the statement, all of them, the very bytes', async () => {
    const sent = await given('SACEM');
    expect((await sent.review()).organisms[0]?.documents).toMatchObject({
      recipient: { address: sacemAgency },
      mails: 1,
      files: all.map((type) => ({ type, name: `${type}.pdf` })),
    });
    const id = await sent.transmit();
    await removeAttachmentRow(sent.ids);
    await world.run(id);
    const view = await sent.view(id);
    expect(stepsOf(view)).toEqual(['sacem-mail succeeded', 'receipt-mail succeeded']);
    const [mail] = world.mailer.taken;
    expect(mail?.attachments?.slice(1).map(({ filename, bytes }) => [filename, Buffer.from(bytes).toString()])).toEqual(
      all.map((type) => [`${type}.pdf`, `%PDF-1.7 ${type}.pdf`]),
    );
    expect(mail?.text).toContain('Contrat artistique, ARTISTIC_CONTRACT.pdf');
    expect(world.mailer.taken[1]?.text).toContain(`Documents envoyés à ${sacemAgency}`);
    const [, frozen] = view.documents;
    const file = await downloadDocument(database.db, { userId: sent.actor.user.id, documentId: frozen?.id ?? '' });
    expect(toSha256(file.bytes)).toBe(frozen?.sha256);
    const moved = database.db.submission.update({ where: { id }, data: { documentsRecipient: 'autre@agence.test' } });
    await expect(moved).rejects.toThrow();
  });

  /** What becomes of the show's own copy changes nothing. */
  const removeAttachmentRow = (ids: readonly string[]) =>
    database.db.attachment.deleteMany({ where: { id: { in: [...ids] } } });

  it('go to the agency of SACD once it accepted, contracts and what is not sorted', async () => {
    const sent = await given('SACD');
    const id = await sent.transmit();
    expect(stepsOf(await sent.view(id))).toEqual(['sacd-declare waiting']);
    await world.run(id);
    const view = await sent.view(id);
    expect(stepsOf(view)).toEqual([
      'sacd-declare succeeded',
      'sacd-documents-mail succeeded',
      'receipt-mail succeeded',
    ]);
    expect(view).toMatchObject({ state: 'accepted', documentsRecipient: sacdAgency });
    expect(sent.received(sacdAgency)).toEqual([['ARTISTIC_CONTRACT.pdf', 'OTHER.pdf']]);
    expect(world.mailer.taken[0]).toMatchObject({ replyTo: sent.actor.user.email });
    expect(world.mailer.taken[0]?.subject).toMatch(/^Documents SACD – La Nuit des gardiens – .*\(n° 40418\)$/);
  });

  it('do not go when SACD refuses', async () => {
    const sent = await given('SACD');
    world.sandbox.setTrouble('sacd', { mode: 'refuse-one' });
    const id = await sent.transmit();
    await world.run(id);
    expect((await sent.view(id)).state).toBe('refused');
    expect(sent.received(sacdAgency)).toEqual([]);
  });

  it('need an agency, found out before sending', async () => {
    const sent = await given('SACD');
    const venue = { venue: { update: { postalCode: '97400' } } };
    await database.db.series.update({ where: { id: sent.seriesId }, data: venue });
    expect((await sent.review()).organisms[0]?.issues).toMatchObject([{ code: 'no-agency' }]);
    await expect(sent.transmit()).rejects.toMatchObject({ code: 'agency-not-found' });
    for (const attachmentId of [sent.ids[0], sent.ids[3]]) {
      await removeAttachment(sent.actor, { organizationId: sent.organizationId, attachmentId: attachmentId ?? '' });
    }
    expect((await sent.review()).organisms[0]?.issues).toEqual([]);
  });

  it('that have not come whole are told before sending, and hold nothing back', async () => {
    const sent = await given('SACEM', { types: ['OTHER', 'OTHER'] });
    const begun = { state: 'uploading', sha256: null, received: 3 } as const;
    await database.db.attachment.update({ where: { id: sent.ids[1] ?? '' }, data: begun });
    const [review] = (await sent.review()).organisms;
    expect(review?.issues).toMatchObject([{ code: 'document-unfinished', severity: 'warning' }]);
    expect(review?.documents?.files).toHaveLength(1);
    const id = await sent.transmit();
    await world.run(id);
    expect((await sent.view(id)).documents).toHaveLength(2);
  });

  it('are those that were reviewed, or nothing leaves', async () => {
    const sent = await given('SACD');
    const { fingerprint } = await sent.review();
    const scope = { organizationId: sent.organizationId, attachmentId: sent.ids[1] ?? '' };
    await changeAttachmentType(sent.actor, { ...scope, type: 'OTHER' });
    await expect(sent.transmit(fingerprint)).rejects.toMatchObject({ code: 'stale-version' });
  });
});

describe('documents that weigh', () => {
  it('go in several mails, numbered', async () => {
    const sent = await given('SACEM', { types: ['OTHER', 'OTHER', 'OTHER'], size: maxDocumentBytes });
    expect((await sent.review()).organisms[0]?.documents?.mails).toBe(2);
    const id = await sent.transmit();
    await world.run(id);
    expect(stepsOf(await sent.view(id))).toEqual([
      'sacem-mail succeeded',
      'sacem-documents-mail succeeded',
      'receipt-mail succeeded',
    ]);
    expect(sent.received(sacemAgency).map((files) => files.length)).toEqual([3, 1]);
    expect(world.mailer.taken.slice(0, 2).map(({ subject }) => subject.slice(-3))).toEqual(['1/2', '2/2']);
  });

  it('are refused at the review beyond five mails', async () => {
    const types = Array.from({ length: 11 }, () => 'OTHER' as const);
    const sent = await given('SACEM', { types, size: maxDocumentBytes });
    expect((await sent.review()).organisms[0]?.issues).toMatchObject([
      { code: 'documents-too-heavy', field: 'series.documents', severity: 'wrong' },
    ]);
    await expect(sent.transmit()).rejects.toMatchObject({ code: 'declaration-incomplete' });
  });
});

describe('the mail of documents to SACD', () => {
  it.each<[Boundary, string, number]>([
    ['step.claimed', 'succeeded', 1],
    ['step.sending-recorded', 'unknown', 0],
    ['step.delivered', 'unknown', 1],
    ['step.outcome-recorded', 'succeeded', 1],
  ])('is never sent twice when its worker dies at %s, and ends %s', async (name, state, count) => {
    const sent = await given('SACD');
    const id = await sent.transmit();
    // The declaration first: the next passage through a boundary is that of the documents.
    await crashAt('step.outcome-recorded', () => world.run(id));
    expect(await crashAt(name, () => world.run(id, { attempt: 1 }))).toBe(true);
    for (const attempt of [2, 3, 4]) await world.run(id, { attempt });
    const view = await sent.view(id);
    expect(stepsOf(view)).toEqual(['sacd-declare succeeded', `sacd-documents-mail ${state}`, 'receipt-mail succeeded']);
    expect(view.state).toBe('accepted');
    expect(sent.received(sacdAgency)).toHaveLength(count);
    expect(world.declarationsOf(sent.seriesId)).toHaveLength(1);
  });

  it('when refused, leaves the declaration accepted, is told, and can be sent again', async () => {
    const sent = await given('SACD');
    const id = await sent.transmit();
    world.mailer.script.push('refused');
    await world.run(id);
    const view = await sent.view(id);
    expect(stepsOf(view)[1]).toBe('sacd-documents-mail failed');
    expect([view.state, await sent.state()]).toEqual(['accepted', 'accepted']);
    expect(world.mailer.taken[0]?.text).toContain('Vos documents ne sont pas tous partis');
    await retryDocuments(sent.actor, { organizationId: sent.organizationId, submissionId: id });
    await world.run(id, { jobId: 'job-2' });
    expect(stepsOf(await sent.view(id))[1]).toBe('sacd-documents-mail succeeded');
    expect(sent.received(sacdAgency)).toHaveLength(1);
    expect(world.declarationsOf(sent.seriesId)).toHaveLength(1);
    const again = retryDocuments(sent.actor, { organizationId: sent.organizationId, submissionId: id });
    await expect(again).rejects.toMatchObject({ code: 'stale-version' });
  });

  it('when nobody knows, is sent again only when a person says so', async () => {
    const sent = await given('SACD');
    const id = await sent.transmit();
    world.mailer.script.push('unknown');
    await world.run(id);
    await world.run(id, { attempt: 1 });
    expect(stepsOf(await sent.view(id))[1]).toBe('sacd-documents-mail unknown');
    expect(sent.received(sacdAgency)).toHaveLength(1);
    await retryDocuments(sent.actor, { organizationId: sent.organizationId, submissionId: id });
    await world.run(id, { jobId: 'job-2' });
    expect(stepsOf(await sent.view(id))[1]).toBe('sacd-documents-mail succeeded');
  });

  it('waits, and the receipt after it, while no server takes it', async () => {
    const sent = await given('SACD');
    const id = await sent.transmit();
    world.mailer.script.push('not-sent');
    await world.run(id);
    expect(stepsOf(await sent.view(id))).toEqual([
      'sacd-declare succeeded',
      'sacd-documents-mail waiting',
      'receipt-mail waiting',
    ]);
    await world.run(id, { jobId: 'job-2' });
    expect(stepsOf(await sent.view(id))[1]).toBe('sacd-documents-mail succeeded');
  });

  it('follows the word of a person who knows that SACD received the declaration', async () => {
    const sent = await given('SACD');
    const id = await sent.transmit();
    await crashAt('step.delivered', () => world.run(id));
    await world.run(id, { attempt: 1 });
    expect((await sent.view(id)).state).toBe('unknown');
    expect(sent.received(sacdAgency)).toEqual([]);
    const word = { organizationId: sent.organizationId, submissionId: id, outcome: 'received' as const, note: '' };
    await resolveSubmission(sent.actor, word);
    await world.run(id, { jobId: 'job-2' });
    expect(sent.received(sacdAgency)).toHaveLength(1);
  });
});
