import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { type RemoteSeries } from '@/domain/ticketing/model';
import { neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { reviewDeclaration } from '@/server/declarations/review-declaration';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { givenRemotePerformance, runWith } from '@/testing/given-run';
import { givenAgencies, givenShow, type GivenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { startSubmissionWorld, type SubmissionWorld } from '@/testing/submission-world';
import { resolveSubmission } from './resolve-submission';
import { retrySubmission } from './retry-submission';

const database = givenTestDatabase();
let world: SubmissionWorld;

beforeAll(async () => {
  world = await startSubmissionWorld(() => database.db, 30_000);
  await givenAgencies(database.db);
});
afterEach(() => {
  world.sandbox.clearTrouble('sacd');
  world.mailer.taken.length = 0;
});
afterAll(() => world.stop());

const transmit = (
  { actor, organizationId, seriesId }: GivenShow,
  organisms: ('SACEM' | 'SACD')[],
  fingerprint?: string,
) => transmitDeclaration(actor, { organizationId, seriesId, version: 1, organisms, truthful: true, fingerprint });

describe('sending while a synchronisation runs', () => {
  const soldBefore = { paidTickets: 120, freeTickets: 8 };
  const soldSince = { paidTickets: 130, freeTickets: 9 };

  /** The same show as the ticketing has it now: ten more tickets each evening. */
  async function givenNews(show: GivenShow) {
    const series = await database.db.series.findUniqueOrThrow({
      where: { id: show.seriesId },
      include: { performances: { orderBy: { startAt: 'asc' } } },
    });
    const { id: connectionId } = await database.db.ticketingConnection.create({
      data: {
        organizationId: show.organizationId,
        system: 'billetweb',
        remoteAccount: series.remoteAccount,
        label: 'Compte',
        credentials: 'sealed',
      },
    });
    const remote: RemoteSeries = {
      id: series.remoteId,
      name: series.name,
      performances: series.performances.map(({ remoteId, startAt }) =>
        givenRemotePerformance(remoteId, {
          startAt: startAt.toISOString(),
          includingTaxesCents: 195_000,
          excludingTaxesCents: 184_834,
          ...soldSince,
        }),
      ),
    };
    return () => runWith(database.db, connectionId, () => [{ type: 'series', series: remote, tickets: 417 }]);
  }

  async function readSent({ organizationId }: GivenShow) {
    const submissions = await database.db.submission.findMany({ where: { organizationId } });
    return submissions.map(({ payload }) =>
      neutralDeclarationSchema
        .parse(payload)
        .performances.map(({ ticketing: { paidTickets, freeTickets } }) => ({ paidTickets, freeTickets })),
    );
  }

  it.each([1, 2, 3, 4, 5])('sends the figures of before or those of after, never some of each (round %s)', async () => {
    const show = await givenShow(database.db, { organisms: ['SACD'] });
    const synchronize = await givenNews(show);
    await Promise.all([transmit(show, ['SACD']), synchronize()]);
    const [sent = []] = await readSent(show);
    expect(sent).toHaveLength(3);
    expect([soldBefore, soldSince]).toContainEqual(sent[0]);
    expect(sent).toEqual(sent.map(() => sent[0]));
  });

  it('sends what was reviewed, or says that the figures have moved and sends nothing', async () => {
    for (let round = 0; round < 5; round += 1) {
      const show = await givenShow(database.db, { organisms: ['SACD'] });
      const { actor, organizationId, seriesId } = show;
      const synchronize = await givenNews(show);
      const { fingerprint } = await reviewDeclaration(actor, { organizationId, seriesId });
      const [outcome] = await Promise.allSettled([transmit(show, ['SACD'], fingerprint), synchronize()]);
      const sent = await readSent(show);
      if (outcome.status === 'fulfilled') expect(sent).toEqual([[soldBefore, soldBefore, soldBefore]]);
      else {
        expect(outcome.reason).toMatchObject({ code: 'stale-version' });
        expect(sent).toEqual([]);
      }
    }
  });
});

describe('a request that comes again', () => {
  it('after the end sends nothing: neither the sending, nor another try, nor a word on the outcome', async () => {
    const show = await givenShow(database.db, { organisms: ['SACD'] });
    const { submissions } = await transmit(show, ['SACD']);
    const submissionId = submissions[0]?.id ?? '';
    await world.run(submissionId);
    const scope = { organizationId: show.organizationId, submissionId };
    const said = { ...scope, outcome: 'not-received' as const, note: '' };
    await expect(transmit(show, ['SACD'])).rejects.toMatchObject({ code: 'already-accepted' });
    await expect(retrySubmission(show.actor, scope)).rejects.toMatchObject({ code: 'already-accepted' });
    await expect(resolveSubmission(show.actor, said)).rejects.toMatchObject({ code: 'stale-version' });
    await world.run(submissionId, { jobId: 'job-2' });
    expect(world.declarationsOf(show.seriesId)).toHaveLength(1);
    expect(world.mailer.taken).toHaveLength(1);
  });
});

describe('a show of 500 performances', () => {
  it('leaves whole, once, for both organisms', async () => {
    const show = await givenShow(database.db, { performances: 500 });
    const { submissions } = await transmit(show, ['SACEM', 'SACD']);
    for (const { id } of submissions) await world.run(id);
    const states = await database.db.declaration.findMany({
      where: { seriesId: show.seriesId },
      select: { organism: true, state: true },
      orderBy: { organism: 'asc' },
    });
    expect(states).toEqual([
      { organism: 'SACEM', state: 'sent' },
      { organism: 'SACD', state: 'accepted' },
    ]);
    const received = world.sandbox.declarations().filter(({ xml }) => xml.includes(show.seriesId));
    expect(received.map(({ representations }) => new Set(representations.map((one) => one.reference)).size)).toEqual([
      500,
    ]);
    const [mail] = world.mailer.taken.filter(({ to }) => to === 'brest@delegation-sacem.test');
    expect(mail?.attachments?.[0]?.bytes.byteLength).toBeGreaterThan(100_000);
  }, 180_000);
});
