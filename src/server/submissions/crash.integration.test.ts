import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { type Boundary } from '@/server/faults';
import { crashAt } from '@/testing/fault-injection';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { startSubmissionWorld, type SubmissionWorld } from '@/testing/submission-world';
import { givenTestDatabase } from '@/testing/given-test-database';
import { getSubmission } from './get-submission';
import { ClaimLostError, recordSending } from './record-sending';
import { claimStep } from './claim-step';
import { recordOutcome } from './record-outcome';
import { resumeSubmissions } from './resume-submissions.handler';

const database = givenTestDatabase();
let world: SubmissionWorld;

beforeAll(async () => {
  world = await startSubmissionWorld(() => database.db);
  await givenAgencies(database.db);
});
afterEach(() => {
  world.sandbox.clearTrouble('sacd');
  world.mailer.taken.length = 0;
  world.mailer.script.length = 0;
});
afterAll(() => world.stop());

async function givenSent(organism: 'SACEM' | 'SACD' = 'SACD') {
  const show = await givenShow(database.db, { organisms: [organism] });
  const { actor, organizationId, seriesId } = show;
  const input = { organizationId, seriesId, version: 1, organisms: [organism], truthful: true as const };
  const transmit = () => transmitDeclaration(actor, input);
  return {
    ...show,
    transmit,
    async transmitOne() {
      const { submissions } = await transmit();
      return submissions[0]?.id ?? '';
    },
    view: (submissionId: string) => getSubmission(actor, { organizationId, submissionId }),
    submissions: () =>
      database.db.submission.findMany({ where: { organizationId }, select: { id: true, state: true } }),
    received: () =>
      organism === 'SACD'
        ? world.declarationsOf(seriesId).length
        : world.mailer.taken.filter(({ to }) => to !== actor.user.email).length,
    jobs: async () => {
      const [row] = await database.db.$queryRaw<{ count: number }[]>`
        SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'run-submission'
        AND data->'payload'->>'submissionId' IN (SELECT id::text FROM "Submission" WHERE "organizationId" = ${organizationId}::uuid)`;
      return row?.count;
    },
  };
}

describe('a process that dies while a person transmits', () => {
  it('before the end of the transaction leaves nothing: no submission, no job', async () => {
    const sent = await givenSent();
    expect(await crashAt('transmit.before-commit', sent.transmit)).toBe(true);
    expect(await sent.submissions()).toEqual([]);
    expect(await sent.jobs()).toBe(0);
    expect((await sent.transmit()).submissions).toHaveLength(1);
  });

  it('after it leaves both, and the second click is told', async () => {
    const sent = await givenSent();
    expect(await crashAt('transmit.committed', sent.transmit)).toBe(true);
    expect(await sent.submissions()).toMatchObject([{ state: 'sending' }]);
    expect(await sent.jobs()).toBe(1);
    await expect(sent.transmit()).rejects.toMatchObject({ code: 'already-being-sent' });
  });
});

describe.each(['SACD', 'SACEM'] as const)('a worker that dies while it sends to %s', (organism) => {
  const end = organism === 'SACD' ? 'accepted' : 'sent';

  it.each<[Boundary, string, number]>([
    ['step.claimed', end, 1],
    ['step.sending-recorded', 'unknown', 0],
    ['step.delivered', 'unknown', 1],
    ['step.outcome-recorded', end, 1],
  ])('at %s ends %s, having sent %s time(s)', async (name, state, count) => {
    const sent = await givenSent(organism);
    const id = await sent.transmitOne();
    expect(await crashAt(name, () => world.run(id))).toBe(true);
    for (const attempt of [1, 2, 3]) await world.run(id, { attempt });
    const view = await sent.view(id);
    expect(view.state).toBe(state);
    expect(view.steps.map((step) => step.state)).toEqual([state === end ? 'succeeded' : 'unknown', 'succeeded']);
    expect(sent.received()).toBe(count);
    const receipts = world.mailer.taken.filter(({ to }) => to === sent.actor.user.email);
    expect(receipts).toHaveLength(1);
  });
});

describe('a worker that dies while it sends the receipt', () => {
  it.each<[Boundary, number]>([
    ['step.sending-recorded', 0],
    ['step.delivered', 1],
  ])('at %s never sends it twice, and the declaration stays accepted', async (name, count) => {
    const sent = await givenSent();
    const id = await sent.transmitOne();
    let passages = 0;
    await crashAt('step.outcome-recorded', () => world.run(id));
    expect(
      await crashAt(name, async () => {
        passages += 1;
        await world.run(id, { attempt: 1 });
      }),
    ).toBe(true);
    await world.run(id, { attempt: 2 });
    const view = await sent.view(id);
    expect(view.state).toBe('accepted');
    expect(view.steps.map((step) => step.state)).toEqual(['succeeded', 'unknown']);
    expect(world.mailer.taken).toHaveLength(count);
    expect(passages).toBe(1);
  });
});

describe('two workers with one submission', () => {
  it.each([1, 2, 3, 4, 5])('send once, whoever comes first (round %s)', async () => {
    const sent = await givenSent();
    const id = await sent.transmitOne();
    const runs = await Promise.allSettled([
      world.run(id, { jobId: 'job-1' }),
      world.run(id, { jobId: 'job-2' }),
      world.run(id, { jobId: 'job-3' }),
    ]);
    for (const run of runs) {
      if (run.status === 'rejected' && !(run.reason instanceof ClaimLostError)) {
        expect(run.reason).toMatchObject({ code: 'already-being-sent' });
      }
    }
    await world.run(id, { jobId: 'job-4' });
    expect(await sent.view(id)).toMatchObject({ state: 'accepted' });
    expect(sent.received()).toBe(1);
    expect(world.mailer.taken).toHaveLength(1);
  });

  it('refuse the older claim, however late it comes', async () => {
    const sent = await givenSent();
    const id = await sent.transmitOne();
    const at = { previous: null, now: new Date() };
    const older = await claimStep(database.db, id, { jobId: 'job-1', attempt: 0, now: new Date() });
    const newer = await claimStep(database.db, id, { jobId: 'job-2', attempt: 0, now: new Date() });
    if (older.kind !== 'claimed' || newer.kind !== 'claimed') throw new Error('two claims are expected');
    await expect(recordSending(database.db, older.claim, at)).rejects.toThrow(ClaimLostError);
    await recordSending(database.db, newer.claim, at);
    const late = { kind: 'not-received', errorCode: 'sacd-unavailable', retryable: false, proof: {} } as const;
    expect(await recordOutcome(database.db, older.claim, late, new Date())).toBe('stop');
    expect((await sent.view(id)).state).toBe('sending');
  });

  it('leave alone an exchange that may still be going on, then call it unknown', async () => {
    const sent = await givenSent();
    const id = await sent.transmitOne();
    await crashAt('step.sending-recorded', () => world.run(id, { jobId: 'job-1' }));
    await expect(world.run(id, { jobId: 'job-2' })).rejects.toMatchObject({ code: 'already-being-sent' });
    expect((await sent.view(id)).state).toBe('sending');
    world.advance(200);
    await world.run(id, { jobId: 'job-2', attempt: 1 });
    expect((await sent.view(id)).state).toBe('unknown');
    expect(sent.received()).toBe(0);
  });

  it('believe the one that comes back with an answer, after the other gave it up', async () => {
    const sent = await givenSent();
    const id = await sent.transmitOne();
    const slow = await claimStep(database.db, id, { jobId: 'job-1', attempt: 0, now: new Date() });
    if (slow.kind !== 'claimed') throw new Error('a claim is expected');
    await recordSending(database.db, slow.claim, { previous: null, now: new Date() });
    await world.run(id, { jobId: 'job-1', attempt: 1 });
    expect((await sent.view(id)).state).toBe('unknown');
    expect(await recordOutcome(database.db, slow.claim, { kind: 'accepted', proof: {} }, new Date())).toBe('go-on');
    await world.run(id, { jobId: 'job-2' });
    expect(await sent.view(id)).toMatchObject({ state: 'accepted', errorCode: null });
    expect(world.mailer.taken.map(({ subject }) => subject)).toEqual([
      'Votre déclaration SACD est à vérifier – La Nuit des gardiens',
      'Votre déclaration SACD est acceptée – La Nuit des gardiens',
    ]);
  });
});

describe('a submission whose job was lost', () => {
  it('gets another, once', async () => {
    const sent = await givenSent();
    await sent.transmitOne();
    await database.db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'run-submission'`;
    await resumeSubmissions(database.db, new Date());
    expect(await sent.jobs()).toBe(0);
    for (let round = 0; round < 2; round += 1) await resumeSubmissions(database.db, new Date(Date.now() + 660_000));
    expect(await sent.jobs()).toBe(1);
  });
});
