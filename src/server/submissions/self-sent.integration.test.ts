import { describe, expect, it } from '@jest/globals';
import { type Organism } from '@/domain/organism';
import { chooseOrganisms } from '@/server/declarations/choose-organisms';
import { getDeclaration } from '@/server/declarations/get-declaration';
import { markDeclared } from '@/server/declarations/mark-declared';
import { reviewDeclaration } from '@/server/declarations/review-declaration';
import { saveDeclaration } from '@/server/declarations/save-declaration';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenActor, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { answerSubmission } from './answer-submission';
import { toCanonicalJson, toSha256 } from './canonical-json';
import { getSubmission } from './get-submission';

const database = givenTestDatabase();

async function givenTaxpayer(values: Parameters<typeof givenShow>[1] = {}, tax: 'CNM' | 'ASTP' = 'CNM') {
  const show = await givenShow(database.db, { organisms: [tax], ...values });
  const { actor, organizationId, seriesId } = show;
  const scope = { organizationId, seriesId };
  return {
    ...show,
    scope,
    declare: (version = 1) => markDeclared(actor, { ...scope, version, organism: tax }),
    view: (submissionId: string) => getSubmission(actor, { organizationId, submissionId }),
    review: () => reviewDeclaration(actor, scope),
    async state() {
      return (await database.db.declaration.findFirstOrThrow({ where: { seriesId, organism: tax } })).state;
    },
    async actions() {
      const events = await database.db.auditEvent.findMany({ where: { organizationId }, orderBy: { id: 'asc' } });
      return events.map(({ action }) => action);
    },
  };
}

const accepted = { outcome: 'accepted', noticeNumber: 'AV-2024-118' } as const;
const refused = { outcome: 'refused', reason: 'La jauge n’est pas la bonne.' } as const;

describe('a declaration that a person sends themselves', () => {
  it.each(['CNM', 'ASTP'] as const)('to %s is frozen as sent, without a step nor a job', async (tax) => {
    const payer = await givenTaxpayer({ organization: { isSubsidised: false } }, tax);
    const { submissionId } = await payer.declare();
    expect(await payer.state()).toBe('sent');
    const view = await payer.view(submissionId);
    expect(view).toMatchObject({
      state: 'sent',
      number: 1,
      steps: [],
      resolution: null,
      author: { name: 'Nolwenn Cadiou' },
    });
    expect(view.documents).toMatchObject([{ kind: 'statement', contentType: 'application/pdf' }]);
    const row = await database.db.submission.findUniqueOrThrow({
      where: { id: submissionId },
      include: { documents: true },
    });
    expect(row.payloadSha256).toBe(toSha256(toCanonicalJson(row.payload)));
    expect(row.documents[0]?.sha256).toBe(toSha256(row.documents[0]?.bytes ?? new Uint8Array()));
    expect(await payer.actions()).toEqual(['submission.created']);
    expect(await getDeclaration(payer.actor, payer.scope)).toMatchObject({ locked: true });
  });

  it('is accepted with the number of its notice, and the form stays closed', async () => {
    const payer = await givenTaxpayer();
    const { submissionId } = await payer.declare();
    await answerSubmission(payer.actor, { ...payer.scope, submissionId, ...accepted });
    expect(await payer.state()).toBe('accepted');
    expect(await payer.view(submissionId)).toMatchObject({
      state: 'accepted',
      resolution: { by: 'Nolwenn Cadiou', outcome: 'accepted' },
      answers: [{ status: 'ok', number: accepted.noticeNumber }],
    });
    expect(await getDeclaration(payer.actor, payer.scope)).toMatchObject({ locked: true });
    expect(await payer.actions()).toEqual(['submission.created', 'submission.accepted']);
  });

  it('opens again when refused, and is declared a second time with what was corrected', async () => {
    const payer = await givenTaxpayer();
    const first = await payer.declare();
    await answerSubmission(payer.actor, { ...payer.scope, ...first, ...refused });
    expect(await payer.state()).toBe('refused');
    expect(await payer.view(first.submissionId)).toMatchObject({
      message: refused.reason,
      resolution: { by: 'Nolwenn Cadiou', outcome: 'refused' },
    });
    const { version } = await saveDeclaration(payer.actor, {
      ...payer.scope,
      version: 1,
      patch: { series: { capacity: 150, artists: 'Maëlle Le Gall' } },
    });
    const second = await payer.declare(version);
    expect(await payer.view(second.submissionId)).toMatchObject({ number: 2, state: 'sent' });
    await expect(answerSubmission(payer.actor, { ...payer.scope, ...first, ...accepted })).rejects.toMatchObject({
      code: 'stale-version',
    });
    await answerSubmission(payer.actor, { ...payer.scope, ...second, ...accepted });
    expect(await payer.state()).toBe('accepted');
    expect(await payer.view(first.submissionId)).toMatchObject({ state: 'refused' });
  });

  it('is frozen once by two clicks at once', async () => {
    const payer = await givenTaxpayer();
    const results = await Promise.allSettled([payer.declare(), payer.declare(), payer.declare()]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'already-accepted' });
    }
    expect(await database.db.submission.count({ where: { organizationId: payer.organizationId } })).toBe(1);
  });

  it('is answered once by two clicks at once', async () => {
    const payer = await givenTaxpayer();
    const { submissionId } = await payer.declare();
    const answer = () => answerSubmission(payer.actor, { ...payer.scope, submissionId, ...accepted });
    await Promise.all([answer(), answer()]);
    expect((await payer.actions()).filter((action) => action === 'submission.accepted')).toHaveLength(1);
  });

  it('is refused for a version, or figures, that moved since they were seen', async () => {
    const payer = await givenTaxpayer();
    await expect(payer.declare(2)).rejects.toMatchObject({ code: 'stale-version' });
    const { version, fingerprint } = await payer.review();
    await database.db.performance.updateMany({
      where: { seriesId: payer.seriesId },
      data: { importedPaidTickets: 121 },
    });
    await expect(
      markDeclared(payer.actor, { ...payer.scope, version, fingerprint, organism: 'CNM' }),
    ).rejects.toMatchObject({ code: 'stale-version' });
    expect(await payer.state()).toBe('draft');
  });

  it('is refused while an answer is missing', async () => {
    const payer = await givenTaxpayer({}, 'ASTP');
    await expect(payer.declare()).rejects.toMatchObject({
      code: 'declaration-incomplete',
      detail: { field: 'organization.isSubsidised' },
    });
    const { version } = await saveDeclaration(payer.actor, {
      ...payer.scope,
      version: 1,
      patch: { organization: { isSubsidised: true }, series: { hasPrivateContract: true } },
    });
    await payer.declare(version);
    expect(await payer.actions()).toEqual(['organization.identifiers-changed', 'submission.created']);
  });

  it('does not exist for a stranger', async () => {
    const payer = await givenTaxpayer();
    const { submissionId } = await payer.declare();
    const stranger = await givenTaxpayer();
    const outsider = await givenActor(database.db, stranger.organizationId);
    const scope = { organizationId: stranger.organizationId, seriesId: payer.seriesId };
    await expect(markDeclared(outsider, { ...scope, version: 1, organism: 'CNM' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(answerSubmission(outsider, { ...scope, submissionId, ...accepted })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await payer.state()).toBe('sent');
  });
});

describe('the choice of a tax', () => {
  it('is one or the other, and changes until it is declared', async () => {
    const { actor, scope, seriesId, ...payer } = await givenTaxpayer();
    const choose = (organisms: ('SACEM' | 'CNM' | 'ASTP')[]) => chooseOrganisms(actor, { ...scope, organisms });
    await expect(choose(['CNM', 'ASTP'])).rejects.toMatchObject({ code: 'both-taxes' });
    await choose(['ASTP']);
    const chosen = async (): Promise<Organism[]> =>
      (await database.db.declaration.findMany({ where: { seriesId } })).map(({ organism }) => organism);
    expect(await chosen()).toEqual(['ASTP']);
    const { version } = await choose(['CNM']);
    const [declaration] = await database.db.declaration.findMany({ where: { seriesId } });
    // Last performance on 1 June 2024: last day of the third month after it, in Paris.
    expect(declaration?.dueAt?.toISOString()).toBe('2024-09-30T21:59:59.999Z');
    await payer.declare(version);
    await expect(choose(['ASTP'])).rejects.toMatchObject({ code: 'declaration-locked' });
  });
});

describe('the taxes of a year', () => {
  it('add up over the shows of the structure, each performance in its year, without a query per show', async () => {
    const payer = await givenTaxpayer();
    const counting = createCountingDatabase(database.url);
    const actor = { ...payer.actor, db: counting.db };
    const count = async () => (await counting.record(() => reviewDeclaration(actor, payer.scope))).length;
    await count();
    const before = await count();
    // 3 × 1,706.16 € of ticketing, 3.5 %.
    expect((await payer.review()).organisms[0]?.yearlyTaxes).toEqual([
      { tax: 'CNM', year: 2024, taxCents: 17915, thresholdCents: 8000 },
    ]);
    for (let show = 0; show < 3; show += 1) await givenOtherShow(payer.organizationId);
    expect((await payer.review()).organisms[0]?.yearlyTaxes[0]?.taxCents).toBe(17915 + 3 * 350);
    expect(await count()).toBe(before);
    await counting.db.$disconnect();
  });

  async function givenOtherShow(organizationId: string): Promise<void> {
    const starts = [new Date('2024-03-01T20:00:00.000Z'), new Date('2024-12-31T23:30:00.000Z')];
    await database.db.series.create({
      data: {
        organizationId,
        system: 'manual',
        remoteAccount: 'manual',
        remoteId: crypto.randomUUID(),
        name: 'Le Bal des fous de Bassan',
        declarations: { create: { organism: 'CNM' } },
        performances: {
          create: starts.map((startAt, index) => ({
            remoteId: String(index),
            startAt,
            importedIncludingCents: 10550,
            importedExcludingCents: 10000,
            importedPaidTickets: 10,
            importedFreeTickets: 0,
            importedAt: startAt,
          })),
        },
      },
    });
  }
});
