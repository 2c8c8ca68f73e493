import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { reviewDeclaration } from '@/server/declarations/review-declaration';
import { saveDeclaration } from '@/server/declarations/save-declaration';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { type TransmittableOrganism } from '@/domain/organism';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { startSubmissionWorld, type SubmissionWorld } from '@/testing/submission-world';
import { givenTestDatabase } from '@/testing/given-test-database';
import { toCanonicalJson, toSha256 } from './canonical-json';
import { downloadDocument } from './download-document';
import { getSubmission } from './get-submission';
import { listSubmissions } from './list-submissions';
import { resolveSubmission } from './resolve-submission';
import { retrySubmission } from './retry-submission';

const database = givenTestDatabase();
let world: SubmissionWorld;

beforeAll(async () => {
  world = await startSubmissionWorld(() => database.db);
  await givenAgencies(database.db);
});
afterEach(() => {
  for (const system of ['sacd', 'smtp-primary', 'smtp-fallback'] as const) world.sandbox.clearTrouble(system);
  world.mailer.taken.length = 0;
  world.mailer.script.length = 0;
});
afterAll(() => world.stop());

async function givenSender(values?: Parameters<typeof givenShow>[1]) {
  const show = await givenShow(database.db, values);
  const { actor, organizationId, seriesId } = show;
  const scope = { organizationId, seriesId };
  const transmit = (organisms: TransmittableOrganism[], version = 1) =>
    transmitDeclaration(actor, { ...scope, version, organisms, truthful: true });
  return {
    ...show,
    scope,
    transmit,
    async transmitOne(organism: TransmittableOrganism, version = 1): Promise<string> {
      const { submissions } = await transmit([organism], version);
      return submissions[0]?.id ?? '';
    },
    view: (submissionId: string) => getSubmission(actor, { organizationId, submissionId }),
    async states() {
      const rows = await database.db.declaration.findMany({ where: { seriesId }, orderBy: { organism: 'asc' } });
      return rows.map(({ organism, state }) => `${organism} ${state}`);
    },
    async actions() {
      const events = await database.db.auditEvent.findMany({ where: { organizationId }, orderBy: { id: 'asc' } });
      return events.map(({ action }) => action);
    },
  };
}

function toSteps(view: Awaited<ReturnType<typeof getSubmission>>): string[] {
  return view.steps.map(({ kind, state, attempts }) => `${kind} ${state} ${attempts}`);
}

describe('sending to both organisms', () => {
  it('ends accepted by SACD, mailed to the agency of SACEM, with a receipt each', async () => {
    const sender = await givenSender();
    const { submissions } = await sender.transmit(['SACEM', 'SACD']);
    expect(await sender.states()).toEqual(['SACEM sending', 'SACD sending']);
    for (const { id } of submissions) await world.run(id);
    expect(await sender.states()).toEqual(['SACEM sent', 'SACD accepted']);

    const [sacem, sacd] = await Promise.all(submissions.map(({ id }) => sender.view(id)));
    if (!sacem || !sacd) throw new Error('two submissions are expected');
    expect(toSteps(sacem)).toEqual(['sacem-mail succeeded 1', 'receipt-mail succeeded 1']);
    expect(toSteps(sacd)).toEqual(['sacd-declare succeeded 1', 'receipt-mail succeeded 1']);
    expect(sacd.answers.map(({ startAt, status, number }) => ({ startAt, status, number }))).toEqual([
      { startAt: '2024-06-01T18:30:00.000Z', status: 'ok', number: '7000001' },
      { startAt: '2024-06-01T19:30:00.000Z', status: 'ok', number: '7000002' },
      { startAt: '2024-06-01T20:30:00.000Z', status: 'ok', number: '7000003' },
    ]);
    expect(world.declarationsOf(sender.seriesId)).toHaveLength(1);
    const { email } = sender.actor.user;
    expect(world.mailer.taken.map(({ to, replyTo, subject }) => ({ to, replyTo, subject }))).toEqual([
      {
        to: 'brest@delegation-sacem.test',
        replyTo: email,
        subject: 'Déclaration SACEM – La Nuit des gardiens – Association Le Phare d’Ouessant (client 500123)',
      },
      { to: email, replyTo: undefined, subject: 'Votre déclaration SACEM est envoyée – La Nuit des gardiens' },
      { to: email, replyTo: undefined, subject: 'Votre déclaration SACD est acceptée – La Nuit des gardiens' },
    ]);
    expect((await sender.actions()).sort()).toEqual([
      'submission.accepted',
      'submission.created',
      'submission.created',
      'submission.sent',
    ]);
  });

  it('sends, mails and gives to download the very bytes that were frozen', async () => {
    const sender = await givenSender();
    const id = await sender.transmitOne('SACEM');
    await world.run(id);
    const view = await sender.view(id);
    const [document] = view.documents;
    if (!document) throw new Error('a document is expected');
    const stored = await downloadDocument(database.db, { userId: sender.actor.user.id, documentId: document.id });
    expect(toSha256(stored.bytes)).toBe(document.sha256);
    expect(document).toMatchObject({ contentType: 'application/pdf', href: `/api/documents/${document.id}` });
    const attached = world.mailer.taken.map(({ attachments }) => toSha256(attachments?.[0]?.bytes ?? new Uint8Array()));
    expect(attached).toEqual([document.sha256, document.sha256]);
    const row = await database.db.submission.findUniqueOrThrow({ where: { id } });
    expect(toSha256(toCanonicalJson(row.payload))).toBe(view.payloadSha256);
  });

  it('never changes what was frozen, whatever the ticketing says afterwards', async () => {
    const sender = await givenSender();
    const id = await sender.transmitOne('SACD');
    await database.db.performance.updateMany({
      where: { seriesId: sender.seriesId },
      data: { importedPaidTickets: 3, importedExcludingCents: 100, importedIncludingCents: 106 },
    });
    await world.run(id);
    const [xml = ''] = world.declarationsOf(sender.seriesId);
    expect(xml).toContain('<rep_nb_billets_pay>120</rep_nb_billets_pay>');
    expect(xml).not.toContain('<rep_nb_billets_pay>3</rep_nb_billets_pay>');
  });
});

describe('what keeps a declaration from leaving', () => {
  it('is told for a version that is no longer the last', async () => {
    const sender = await givenSender();
    await saveDeclaration(sender.actor, { ...sender.scope, version: 1, patch: { series: { capacity: 170 } } });
    await expect(sender.transmit(['SACEM'])).rejects.toMatchObject({ code: 'stale-version' });
  });

  it('is told when the ticketing moved the figures since the review', async () => {
    const sender = await givenSender();
    const { version, fingerprint } = await reviewDeclaration(sender.actor, sender.scope);
    await database.db.performance.updateMany({
      where: { seriesId: sender.seriesId },
      data: { importedPaidTickets: 121 },
    });
    const input = { ...sender.scope, version, fingerprint, organisms: ['SACEM' as const], truthful: true as const };
    await expect(transmitDeclaration(sender.actor, input)).rejects.toMatchObject({ code: 'stale-version' });
    const again = await reviewDeclaration(sender.actor, sender.scope);
    const { submissions } = await transmitDeclaration(sender.actor, { ...input, fingerprint: again.fingerprint });
    expect(submissions).toHaveLength(1);
  });

  it('is a missing field, with its place', async () => {
    const sender = await givenSender({ series: { genre: null } });
    await expect(sender.transmit(['SACEM', 'SACD'])).rejects.toMatchObject({
      code: 'declaration-incomplete',
      detail: { organism: 'SACEM', field: 'series.genre' },
    });
    expect(await database.db.submission.count({ where: { organizationId: sender.organizationId } })).toBe(0);
  });

  it('is a venue without agency, found before anything leaves', async () => {
    const sender = await givenSender();
    await database.db.venue.updateMany({
      where: { organizationId: sender.organizationId },
      data: { postalCode: '99999' },
    });
    const { organisms } = await reviewDeclaration(sender.actor, sender.scope);
    expect(organisms.map(({ organism, recipient }) => ({ organism, recipient }))).toEqual([
      { organism: 'SACEM', recipient: null },
      { organism: 'SACD', recipient: { label: 'SACD', address: 'Service de télédéclaration de la SACD' } },
    ]);
    expect(organisms[0]?.issues).toEqual([
      { organism: 'SACEM', severity: 'wrong', code: 'no-agency', field: 'series.venue' },
    ]);
    await expect(sender.transmit(['SACEM', 'SACD'])).rejects.toMatchObject({ code: 'agency-not-found' });
    expect(await sender.states()).toEqual(['SACEM draft', 'SACD draft']);
    expect((await sender.transmit(['SACD'])).submissions).toHaveLength(1);
  });

  it('is an organism that was not chosen, or a show without performances', async () => {
    const sender = await givenSender({ organisms: ['SACD'] });
    await expect(sender.transmit(['SACEM'])).rejects.toMatchObject({ code: 'no-organism-chosen' });
    const empty = await givenSender({ performances: 0 });
    await expect(empty.transmit(['SACEM'])).rejects.toMatchObject({ code: 'no-performance' });
  });

  it('is another sending under way: two clicks at once make one submission', async () => {
    const sender = await givenSender();
    const results = await Promise.allSettled([
      sender.transmit(['SACEM', 'SACD']),
      sender.transmit(['SACD', 'SACEM']),
      sender.transmit(['SACD']),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled').length).toBe(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already-being-sent' });
    }
    const rows = await database.db.submission.findMany({ where: { organizationId: sender.organizationId } });
    expect(new Set(rows.map(({ organism }) => organism)).size).toBe(rows.length);
    await expect(sender.transmit([rows[0]?.organism === 'SACEM' ? 'SACEM' : 'SACD'])).rejects.toMatchObject({
      code: 'already-being-sent',
    });
  });

  it('is an acceptance', async () => {
    const sender = await givenSender({ organisms: ['SACD'] });
    await world.run(await sender.transmitOne('SACD'));
    await expect(sender.transmit(['SACD'])).rejects.toMatchObject({ code: 'already-accepted' });
  });

  it('is not belonging to the structure', async () => {
    const sender = await givenSender();
    const stranger = await givenSender();
    const id = await sender.transmitOne('SACD');
    const [document] = (await sender.view(id)).documents;
    const { organizationId } = stranger;
    const attempts = [
      reviewDeclaration(stranger.actor, { ...sender.scope, organizationId }),
      transmitDeclaration(stranger.actor, {
        ...sender.scope,
        organizationId,
        version: 1,
        organisms: ['SACEM'],
        truthful: true,
      }),
      getSubmission(stranger.actor, { organizationId, submissionId: id }),
      retrySubmission(stranger.actor, { organizationId, submissionId: id }),
      resolveSubmission(stranger.actor, { organizationId, submissionId: id, outcome: 'received', note: '' }),
      downloadDocument(database.db, { userId: stranger.actor.user.id, documentId: document?.id ?? '' }),
    ];
    for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'not-found' });
    const list = await listSubmissions(stranger.actor, { organizationId, page: 1 });
    expect(list).toEqual({ rows: [], total: 0, page: 1, pageCount: 1 });
  });
});

describe('SACD in trouble', () => {
  it('refusing one performance opens the form; only that one is sent again', async () => {
    const sender = await givenSender({ organisms: ['SACD'] });
    world.sandbox.setTrouble('sacd', { mode: 'refuse-one', times: 1 });
    const first = await sender.transmitOne('SACD');
    await world.run(first);
    const refused = await sender.view(first);
    expect(await sender.states()).toEqual(['SACD refused']);
    expect(refused).toMatchObject({
      state: 'refused',
      errorCode: 'sacd-refused',
      message: 'La jauge ne correspond pas à la salle déclarée',
    });
    expect(refused.answers.map(({ status }) => status)).toEqual(['refused', 'ok', 'ok']);
    expect(world.mailer.taken.map(({ subject }) => subject)).toEqual([
      'La SACD a refusé votre déclaration – La Nuit des gardiens',
    ]);

    const [firstId = ''] = sender.performanceIds;
    const patch = { performances: [{ id: firstId, overrides: { capacity: 170 } }] };
    const { version } = await saveDeclaration(sender.actor, { ...sender.scope, version: 1, patch });
    const second = await sender.transmitOne('SACD', version);
    await world.run(second);
    expect(await sender.states()).toEqual(['SACD accepted']);
    expect((await sender.view(second)).number).toBe(2);
    const sent = world.declarationsOf(sender.seriesId);
    expect(sent.map((xml) => xml.match(/<Representation>/g)?.length)).toEqual([3, 1]);
    expect(sent[1]).toContain(firstId);
  });

  it('not knowing the declarant says so', async () => {
    const sender = await givenSender({ organisms: ['SACD'], organization: { sacdId: '99' } });
    const id = await sender.transmitOne('SACD');
    await world.run(id);
    expect(await sender.view(id)).toMatchObject({
      state: 'refused',
      errorCode: 'sacd-unknown-declarant',
      message: 'Déclarant inconnu ou non habilité',
    });
    expect(world.mailer.taken[0]?.text).toContain('ne reconnaît pas l’identifiant');
  });

  it('silent after receiving is unknown, and never sent again by itself', async () => {
    const sender = await givenSender({ organisms: ['SACD'] });
    world.sandbox.setTrouble('sacd', { mode: 'timeout-after-receiving', path: 'ExploitFile' });
    const id = await sender.transmitOne('SACD');
    await world.run(id);
    world.sandbox.clearTrouble('sacd');
    for (const attempt of [1, 2]) await world.run(id, { attempt });
    expect(await sender.view(id)).toMatchObject({ state: 'unknown', errorCode: 'outcome-unknown' });
    expect(world.declarationsOf(sender.seriesId)).toHaveLength(1);
    expect(world.mailer.taken.map(({ subject }) => subject)).toEqual([
      'Votre déclaration SACD est à vérifier – La Nuit des gardiens',
    ]);
    await expect(sender.transmit(['SACD'])).rejects.toMatchObject({ code: 'already-being-sent' });
    await expect(
      saveDeclaration(sender.actor, { ...sender.scope, version: 1, patch: { series: { capacity: 1 } } }),
    ).rejects.toMatchObject({ code: 'declaration-locked' });
  });

  it.each([
    ['received', 'accepted', 'Votre déclaration SACD est acceptée – La Nuit des gardiens'],
    ['not-received', 'failed', 'Votre déclaration SACD n’est pas partie – La Nuit des gardiens'],
  ] as const)('an unknown outcome settled as %s makes it %s', async (outcome, state, subject) => {
    const sender = await givenSender({ organisms: ['SACD'] });
    world.sandbox.setTrouble('sacd', { mode: 'timeout-after-receiving', path: 'ExploitFile' });
    const id = await sender.transmitOne('SACD');
    await world.run(id);
    const input = { organizationId: sender.organizationId, submissionId: id, outcome, note: 'Vu avec la SACD' };
    await resolveSubmission(sender.actor, input);
    await world.run(id, { jobId: 'job-2' });
    const view = await sender.view(id);
    expect(view).toMatchObject({ state, resolution: { by: 'Nolwenn Cadiou', outcome, note: 'Vu avec la SACD' } });
    expect(await sender.states()).toEqual([`SACD ${state}`]);
    expect(world.mailer.taken.at(-1)?.subject).toBe(subject);
    await expect(resolveSubmission(sender.actor, input)).rejects.toMatchObject({ code: 'stale-version' });
    if (outcome === 'received') return;
    // Sent again and accepted: nobody says any more that it was not received.
    world.sandbox.clearTrouble('sacd');
    await retrySubmission(sender.actor, { organizationId: sender.organizationId, submissionId: id });
    await world.run(id, { jobId: 'job-3' });
    expect(await sender.view(id)).toMatchObject({ state: 'accepted', resolution: null });
  });

  it('down is tried again visibly, then failed, then sent by a person with the same bytes', async () => {
    const sender = await givenSender({ organisms: ['SACD'] });
    world.sandbox.setTrouble('sacd', { mode: '429', path: 'ExploitFile' });
    const id = await sender.transmitOne('SACD');
    await world.run(id);
    const waiting = await sender.view(id);
    expect(waiting.state).toBe('sending');
    expect(toSteps(waiting)).toEqual(['sacd-declare waiting 1']);
    expect(waiting.steps[0]).toMatchObject({ errorCode: 'sacd-unavailable', sendingAt: null });
    expect(waiting.steps[0]?.nextAttemptAt).not.toBeNull();
    for (let attempt = 2; attempt <= 5; attempt += 1) await world.run(id, { jobId: `job-${attempt}` });
    const failed = await sender.view(id);
    expect(failed).toMatchObject({ state: 'failed', errorCode: 'sacd-unavailable' });
    expect(toSteps(failed)).toEqual(['sacd-declare failed 5', 'receipt-mail succeeded 1']);

    world.sandbox.clearTrouble('sacd');
    await retrySubmission(sender.actor, { organizationId: sender.organizationId, submissionId: id });
    expect(await sender.states()).toEqual(['SACD sending']);
    await world.run(id, { jobId: 'job-6' });
    const sent = await sender.view(id);
    expect(sent).toMatchObject({ state: 'accepted', number: 1, errorCode: null });
    expect(toSteps(sent)).toEqual(['sacd-declare succeeded 6', 'receipt-mail succeeded 1', 'receipt-mail succeeded 1']);
    expect(world.declarationsOf(sender.seriesId)).toHaveLength(1);
  });

  it('refusing a performance that leaves the show has all the rest, and the other organism is still reviewed', async () => {
    const free = { totalExpensesExcludingCents: 0, totalExpensesIncludingCents: 0 };
    const sender = await givenSender({
      series: { ...free, approachExcludingCents: 0, approachIncludingCents: 0 },
    });
    world.sandbox.setTrouble('sacd', { mode: 'refuse-one', times: 1 });
    await world.run(await sender.transmitOne('SACD'));
    expect(await sender.states()).toEqual(['SACEM draft', 'SACD refused']);
    const [first] = sender.performanceIds;
    await database.db.performance.update({ where: { id: first }, data: { goneAt: new Date() } });
    const { organisms } = await reviewDeclaration(sender.actor, sender.scope);
    expect(organisms.map(({ organism, sendable }) => [organism, sendable])).toEqual([
      ['SACEM', true],
      ['SACD', false],
    ]);
  });

  it('answering by a page of HTML leaves the outcome unknown', async () => {
    const sender = await givenSender({ organisms: ['SACD'] });
    world.sandbox.setTrouble('sacd', { mode: 'html', path: 'ExploitFile' });
    const id = await sender.transmitOne('SACD');
    await world.run(id);
    expect(await sender.view(id)).toMatchObject({ state: 'unknown', errorCode: 'outcome-unknown' });
  });
});

describe('mail in trouble', () => {
  it('that came back opens the form again, by the word of a person, and can be sent again', async () => {
    const sender = await givenSender({ organisms: ['SACEM'] });
    const id = await sender.transmitOne('SACEM');
    await world.run(id);
    expect(await sender.states()).toEqual(['SACEM sent']);
    const scope = { organizationId: sender.organizationId, submissionId: id };
    await expect(resolveSubmission(sender.actor, { ...scope, outcome: 'received', note: '' })).rejects.toMatchObject({
      code: 'stale-version',
    });
    await resolveSubmission(sender.actor, { ...scope, outcome: 'not-received', note: 'Avis de non-remise' });
    expect(await sender.states()).toEqual(['SACEM failed']);
    await world.run(id, { jobId: 'job-2' });
    expect(toSteps(await sender.view(id))).toEqual([
      'sacem-mail failed 1',
      'receipt-mail succeeded 1',
      'receipt-mail succeeded 1',
    ]);
    expect(world.mailer.taken.at(-1)?.subject).toBe('Votre déclaration SACEM n’est pas partie – La Nuit des gardiens');

    await retrySubmission(sender.actor, scope);
    await world.run(id, { jobId: 'job-3' });
    expect(await sender.states()).toEqual(['SACEM sent']);
    const mails = world.mailer.taken.filter(({ to }) => to !== sender.actor.user.email).slice(-2);
    expect(mails[0]?.attachments?.[0]?.bytes).toEqual(mails[1]?.attachments?.[0]?.bytes);
  });

  it('that was sent again since can no longer be said to have come back', async () => {
    const sender = await givenSender({ organisms: ['SACEM'] });
    const id = await sender.transmitOne('SACEM');
    await world.run(id);
    const first = await database.db.submission.findUniqueOrThrow({ where: { id } });
    const { id: _id, payload, answers: _answers, resolution: _resolution, ...values } = first;
    await database.db.submission.create({ data: { ...values, payload: payload ?? {}, number: 2 } });
    await expect(
      resolveSubmission(sender.actor, {
        organizationId: sender.organizationId,
        submissionId: id,
        outcome: 'not-received',
        note: '',
      }),
    ).rejects.toMatchObject({ code: 'stale-version' });
  });

  it('is tried again while no server takes it, and shows when', async () => {
    const sender = await givenSender({ organisms: ['SACEM'] });
    world.mailer.script.push('not-sent');
    const id = await sender.transmitOne('SACEM');
    await world.run(id);
    expect((await sender.view(id)).steps[0]).toMatchObject({ state: 'waiting', errorCode: 'mail-not-sent' });
    await world.run(id, { jobId: 'job-2' });
    expect((await sender.view(id)).state).toBe('sent');
  });

  it('refused for good fails at once, with the reason', async () => {
    const sender = await givenSender({ organisms: ['SACEM'] });
    world.mailer.script.push('refused');
    const id = await sender.transmitOne('SACEM');
    await world.run(id);
    expect(await sender.view(id)).toMatchObject({ state: 'failed', errorCode: 'mail-refused' });
  });

  it('lost after the message left is unknown', async () => {
    const sender = await givenSender({ organisms: ['SACEM'] });
    world.mailer.script.push('unknown');
    const id = await sender.transmitOne('SACEM');
    await world.run(id);
    expect((await sender.view(id)).state).toBe('unknown');
  });

  it('of the receipt changes nothing to the declaration, and is tried again', async () => {
    const sender = await givenSender({ organisms: ['SACD'] });
    world.mailer.script.push('not-sent');
    const id = await sender.transmitOne('SACD');
    await world.run(id);
    const view = await sender.view(id);
    expect(view.state).toBe('accepted');
    expect(toSteps(view)).toEqual(['sacd-declare succeeded 1', 'receipt-mail waiting 1']);
    await world.run(id, { jobId: 'job-2' });
    expect(toSteps(await sender.view(id))).toEqual(['sacd-declare succeeded 1', 'receipt-mail succeeded 2']);
    expect(world.declarationsOf(sender.seriesId)).toHaveLength(1);
  });
});
