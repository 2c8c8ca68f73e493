import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { getDifferences } from './get-differences';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { startSubmissionWorld, type SubmissionWorld } from '@/testing/submission-world';
import { cancelCorrection } from './cancel-correction';
import { getCorrection } from './get-correction';
import { getDeclaration } from '@/server/declarations/get-declaration';
import { keepChange } from './keep-change';
import { reviewDeclaration } from '@/server/declarations/review-declaration';
import { recordLetter } from './record-letter';
import { saveDeclaration } from '@/server/declarations/save-declaration';
import { startCorrection } from './start-correction';

const database = givenTestDatabase();
let world: SubmissionWorld;

beforeAll(async () => {
  world = await startSubmissionWorld(() => database.db);
  await givenAgencies(database.db);
});
afterEach(() => {
  world.mailer.taken.length = 0;
  world.mailer.script.length = 0;
});
afterAll(() => world.stop());

type Organism = 'SACEM' | 'SACD';

/** A show that both organisms, or one of them, have received. */
async function givenReceived(organisms: Organism[] = ['SACEM', 'SACD']) {
  const show = await givenShow(database.db, { organisms });
  const { actor, organizationId, seriesId, performanceIds } = show;
  const scope = { organizationId, seriesId };
  const version = async () => (await getDeclaration(actor, scope)).version;
  const transmit = async (wanted: Organism[]) => {
    const sent = { ...scope, version: await version(), organisms: wanted, truthful: true } as const;
    const { submissions } = await transmitDeclaration(actor, sent);
    for (const { id } of submissions) await world.run(id);
    return submissions.map(({ id }) => id);
  };
  const ids = await transmit(organisms);
  return {
    ...show,
    scope,
    ids,
    version,
    transmit,
    start: (organism: Organism, submissionNumber = 1) =>
      startCorrection(actor, { ...scope, organism, submissionNumber }),
    cancel: (organism: Organism, restore: boolean) => cancelCorrection(actor, { ...scope, organism, restore }),
    async edit(paidTickets: number) {
      const performances = [{ id: performanceIds[0] ?? '', corrected: { paidTickets } }];
      await saveDeclaration(actor, { ...scope, version: await version(), patch: { performances } });
    },
    page: () => getDeclaration(actor, scope),
    differences: (submissionId: string) => getDifferences(actor, { organizationId, submissionId }),
    async rows() {
      const rows = await database.db.declaration.findMany({ where: { seriesId }, orderBy: { organism: 'asc' } });
      return rows.map(({ organism, state, correctingSince }) => {
        return `${organism} ${state}${correctingSince ? ' correcting' : ''}`;
      });
    },
  };
}

describe('correcting what SACEM received', () => {
  it('is reviewed beside what SACD accepted, once something changed', async () => {
    const show = await givenReceived();
    await show.start('SACEM');
    const review = async () => {
      const { organisms } = await reviewDeclaration(show.actor, show.scope);
      return organisms.map(({ organism, sendable, message }) => [organism, sendable, message.sections.length > 0]);
    };
    const accepted = ['SACD', false, true];
    expect(await review()).toEqual([['SACEM', true, false], accepted]);
    await show.edit(118);
    expect(await review()).toEqual([['SACEM', true, true], accepted]);
  });

  it('opens the form, sends a declaration that cancels and replaces, and leaves the first one as it was', async () => {
    const show = await givenReceived();
    expect(await show.page()).toMatchObject({ locked: true });
    await expect(show.edit(118)).rejects.toMatchObject({ code: 'declaration-locked' });
    await show.start('SACEM');
    await show.start('SACEM');
    expect(await show.rows()).toEqual(['SACEM sent correcting', 'SACD accepted']);
    const page = await show.page();
    expect(page.locked).toBe(false);
    expect(page.declarations.map(({ locked, correctedBy }) => [locked, correctedBy])).toEqual([
      [false, 'Nolwenn Cadiou'],
      [true, null],
    ]);
    const [firstId = ''] = show.ids;
    const frozen = await database.db.submission.findUniqueOrThrow({ where: { id: firstId } });
    await show.edit(118);
    world.mailer.taken.length = 0;
    const [secondId = ''] = await show.transmit(['SACEM']);
    expect(await show.rows()).toEqual(['SACEM sent', 'SACD accepted']);
    expect(await show.page()).toMatchObject({ locked: true });
    const [mail] = world.mailer.taken;
    expect(mail?.subject).toMatch(/^Déclaration rectificative n°\u00a02\u00a0: annule et remplace/);
    expect(mail?.text).toMatch(/Billets payants\u00a0: 120 devient 118/);
    expect(mail?.attachments?.[0]?.filename).toBe('Déclaration SACEM rectificative 2 - la-nuit-des-gardiens.pdf');
    const after = await database.db.submission.findUniqueOrThrow({ where: { id: firstId } });
    expect(after).toEqual(frozen);
    const { previous, today, canCorrect } = await show.differences(secondId);
    expect(previous?.number).toBe(1);
    expect(previous?.groups.map(({ kind, lines }) => [kind, lines])).toEqual([
      ['changed', [{ label: 'Billets payants', before: '120', after: '118' }]],
    ]);
    expect([today, canCorrect]).toEqual([null, true]);
    // What SACD received now differs from the form: it is told, and can be said to be meant.
    expect((await show.page()).declarations.map(({ changed }) => changed)).toEqual([false, true]);
  });

  it('does not leave as long as it would say what was received', async () => {
    const show = await givenReceived(['SACEM']);
    await show.start('SACEM');
    const blocked = async () => {
      const { organisms } = await reviewDeclaration(show.actor, show.scope);
      return organisms.flatMap(({ issues }) => issues.filter(({ severity }) => severity !== 'warning'));
    };
    expect(await blocked()).toMatchObject([{ organism: 'SACEM', code: 'nothing-corrected' }]);
    world.mailer.taken.length = 0;
    await expect(show.transmit(['SACEM'])).rejects.toMatchObject({ code: 'declaration-incomplete' });
    await show.edit(118);
    expect(await blocked()).toEqual([]);
    await show.edit(120);
    expect(await blocked()).toHaveLength(1);
    expect(world.mailer.taken).toEqual([]);
    expect(await show.rows()).toEqual(['SACEM sent correcting']);
  });

  it('is refused from an older page, for what is on its way, and for what was not received', async () => {
    const show = await givenReceived(['SACEM']);
    await expect(show.start('SACEM', 7)).rejects.toMatchObject({ code: 'stale-version' });
    const set = (state: 'sending' | 'refused') =>
      database.db.declaration.updateMany({ where: { seriesId: show.seriesId }, data: { state } });
    await set('sending');
    await expect(show.start('SACEM')).rejects.toMatchObject({ code: 'already-being-sent' });
    await set('refused');
    await expect(show.start('SACEM')).rejects.toMatchObject({ code: 'stale-version' });
  });

  it('waits while another organism is being sent to', async () => {
    const show = await givenReceived();
    await database.db.declaration.updateMany({
      where: { seriesId: show.seriesId, organism: 'SACD' },
      data: { state: 'unknown' },
    });
    await expect(show.start('SACEM')).rejects.toMatchObject({ code: 'already-being-sent' });
  });

  it('sends one correction of two that leave at once', async () => {
    const show = await givenReceived(['SACEM']);
    await show.start('SACEM');
    await show.edit(117);
    const results = await Promise.allSettled([show.transmit(['SACEM']), show.transmit(['SACEM'])]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await database.db.submission.count({ where: { organizationId: show.organizationId } })).toBe(2);
  });
});

describe('giving a correction up', () => {
  it('puts the form back exactly as it was, or leaves it as edited', async () => {
    const show = await givenReceived(['SACEM']);
    const before = (await show.page()).draft;
    await show.start('SACEM');
    await show.edit(118);
    await show.cancel('SACEM', true);
    expect((await show.page()).draft).toEqual(before);
    expect(await show.rows()).toEqual(['SACEM sent']);
    expect((await show.page()).declarations[0]?.changed).toBe(false);

    await show.start('SACEM');
    await show.edit(116);
    await show.cancel('SACEM', false);
    const after = await show.page();
    expect([after.locked, after.draft.performances[0]?.corrected.paidTickets]).toEqual([true, 116]);
    expect(after.declarations[0]?.changed).toBe(true);
    await expect(show.cancel('SACEM', false)).rejects.toMatchObject({ code: 'stale-version' });
  });

  it('holds to what was received when the correction did not leave', async () => {
    const show = await givenReceived(['SACEM']);
    await show.start('SACEM');
    await show.edit(118);
    world.mailer.script.push('refused');
    await show.transmit(['SACEM']);
    expect(await show.rows()).toEqual(['SACEM failed']);
    expect((await show.page()).declarations[0]?.canGiveUp).toBe(true);
    await show.cancel('SACEM', true);
    expect(await show.rows()).toEqual(['SACEM sent']);
    expect((await show.page()).draft.performances[0]?.corrected.paidTickets).toBeNull();
  });

  it('does not put back what another open declaration works on', async () => {
    const show = await givenReceived();
    await show.start('SACEM');
    await show.start('SACD');
    await expect(show.cancel('SACEM', true)).rejects.toMatchObject({ code: 'stale-version' });
    await show.cancel('SACEM', false);
    expect(await show.rows()).toEqual(['SACEM sent', 'SACD accepted correcting']);
    await show.edit(3);
    await show.cancel('SACD', true);
    expect((await show.page()).draft.performances[0]?.corrected.paidTickets).toBeNull();
  });
});

describe('correcting what SACD accepted', () => {
  it('gives a letter that says both figures, and keeps it as the next submission', async () => {
    const show = await givenReceived(['SACD']);
    await show.start('SACD');
    await show.edit(118);
    const correction = await getCorrection(show.actor, { ...show.scope, organism: 'SACD' });
    expect(correction.letter?.text).toContain('Billets payants\u00a0: 120 devient 118');
    expect(correction.canRestore).toBe(true);
    await expect(show.transmit(['SACD'])).rejects.toMatchObject({ code: 'already-accepted' });
    const stale = { ...show.scope, organism: 'SACD', letterSha256: '0'.repeat(64) } as const;
    await expect(recordLetter(show.actor, stale)).rejects.toMatchObject({ code: 'stale-version' });
    const input = { ...stale, letterSha256: correction.letter?.sha256 ?? '' };
    const results = await Promise.allSettled([recordLetter(show.actor, input), recordLetter(show.actor, input)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await show.rows()).toEqual(['SACD sent']);
    const [kept] = await database.db.submission.findMany({
      where: { organizationId: show.organizationId, number: 2 },
      include: { steps: true, documents: true },
    });
    expect(kept).toMatchObject({ state: 'sent', steps: [] });
    expect(Buffer.from(kept?.documents[0]?.bytes ?? []).toString()).toContain('120 devient 118');
    expect(world.declarationsOf(show.seriesId)).toHaveLength(1);
  });
});

describe('figures that change after the sending', () => {
  it('are told until a person says that it is meant, and again when they change once more', async () => {
    const show = await givenReceived(['SACEM']);
    const [id = ''] = show.ids;
    await database.db.performance.updateMany({
      where: { seriesId: show.seriesId },
      data: { importedPaidTickets: 100 },
    });
    const { today } = await show.differences(id);
    expect(today).toMatchObject({ kept: false });
    const keep = { ...show.scope, organism: 'SACEM', fingerprint: today?.fingerprint ?? '' } as const;
    await keepChange(show.actor, keep);
    await keepChange(show.actor, keep);
    expect((await show.differences(id)).today).toMatchObject({ kept: true });
    await database.db.performance.updateMany({ where: { seriesId: show.seriesId }, data: { importedPaidTickets: 99 } });
    expect((await show.differences(id)).today).toMatchObject({ kept: false });
    const stale = { ...keep, fingerprint: '0'.repeat(64) };
    await expect(keepChange(show.actor, stale)).rejects.toMatchObject({ code: 'stale-version' });
  });
});
