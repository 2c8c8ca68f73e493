import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { endOfParisDay } from '@/domain/calendar';
import { armBoundaries } from '@/server/faults';
import { givenMornings, morningOf } from '@/testing/given-mornings';
import { givenActor, givenAgencies, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { allowAutomatic } from './allow-automatic';
import { getAutomatic } from './get-automatic';
import { planMorning } from './plan-morning';
import { runAutomatic } from './run-automatic';
import { serveStop } from './serve-stop';
import { stopAutomatic } from './stop-automatic';

/** Shows of these tests end on 1 June 2024: SACEM is due on the 11th, announced on the 8th, sent on the 9th. */
const lastChange = new Date('2024-06-01T20:45:00.000Z');
const announced = 'Demain, nous envoyons votre déclaration SACEM – La Nuit des gardiens';
const notSent = 'Votre déclaration SACEM n’est pas partie – La Nuit des gardiens';

describe('automatic transmission', () => {
  const test = givenTestDatabase();
  let mornings = givenMornings(() => test.db);
  beforeEach(async () => {
    mornings = givenMornings(() => test.db);
    // Each test has the service for itself.
    await test.db
      .$executeRaw`TRUNCATE "Reminder", "MutedReminder", "AutomaticTransmission", "Submission", "Declaration", "Performance", "Series", "Membership", "Agency" CASCADE`;
    await test.db.$executeRaw`DELETE FROM pgboss.job`;
    await givenAgencies(test.db);
  });
  afterEach(() => armBoundaries(null));

  /** A complete show whose transmission to SACEM is allowed; its person wants no reminder beside. */
  async function givenAllowed(values: Parameters<typeof givenShow>[1] = {}) {
    const show = await givenShow(test.db, {
      organisms: ['SACEM'],
      ...values,
      series: { figuresChangedAt: lastChange, ...values.series },
    });
    const { actor, organizationId, seriesId } = show;
    const { id: userId, email } = actor.user;
    await test.db.mutedReminder.createMany({
      data: ['ready', 'week', 'day', 'late'].map((kind) => ({ userId, kind })),
    });
    const scope = { organizationId, seriesId, organism: 'SACEM' } as const;
    await allowAutomatic(actor, { ...scope, truthful: true });
    const { id: declarationId } = await test.db.declaration.findFirstOrThrow({ where: { seriesId } });
    return { ...show, email, scope, declarationId };
  }
  const submissions = () => test.db.submission.findMany({ orderBy: { createdAt: 'asc' } });
  const row = (declarationId: string) => test.db.automaticTransmission.findUniqueOrThrow({ where: { declarationId } });
  const actions = async (organizationId: string) =>
    (
      await test.db.auditEvent.findMany({
        where: { organizationId, action: { startsWith: 'automatic' } },
        orderBy: { createdAt: 'asc' },
      })
    ).map(({ action, actorName }) => `${action} ${actorName}`);

  it('is announced the day before, leaves two days before the deadline in the name of who allowed it, and is told in the journal', async () => {
    const { actor, email, organizationId, declarationId, scope } = await givenAllowed();
    const colleague = await givenActor(test.db, organizationId);
    expect(await mornings.live('2024-06-07', email)).toEqual([]);
    expect(await mornings.live('2024-06-08', email)).toEqual([announced]);
    expect(mornings.mailer.taken.map(({ to }) => to)).toContain(colleague.user.email);
    const mail = mornings.mailer.taken.find(({ to }) => to === email);
    expect(mail?.text).toContain('dimanche 9 juin 2024 à 8\u00a0h');
    expect(mail?.text).toContain('https://assistant.test/envoi-automatique/');
    expect(await submissions()).toEqual([]);
    expect((await getAutomatic(actor, scope)).organisms).toMatchObject([
      {
        organism: 'SACEM',
        state: 'planned',
        plannedFor: '2024-06-09T06:00:00.000Z',
        allowed: { by: 'Nolwenn Cadiou' },
      },
    ]);

    await mornings.live('2024-06-09', email);
    expect(await submissions()).toMatchObject([
      {
        declarationId,
        state: 'sending',
        authorId: actor.user.id,
        authorName: 'Nolwenn Cadiou',
        recipient: 'brest@delegation-sacem.test',
      },
    ]);
    expect(await actions(organizationId)).toEqual([
      'automatic.allowed Nolwenn Cadiou',
      'automatic.sent Envoi automatique',
    ]);
    expect((await getAutomatic(actor, scope)).organisms).toMatchObject([{ state: 'sent', isOpen: false }]);
    const before = mornings.mailer.taken.length;
    for (const day of ['2024-06-10', '2024-06-11', '2024-06-12']) await mornings.live(day, email);
    expect(mornings.mailer.taken).toHaveLength(before);
    expect(await submissions()).toHaveLength(1);
  });

  it('does not leave once stopped, by its page or by the link of the announcement', async () => {
    const { actor, email, organizationId, scope, declarationId } = await givenAllowed();
    await mornings.live('2024-06-08', email);
    const [, token = ''] = /envoi-automatique\/(\S+)/.exec(mornings.mailer.taken[0]?.text ?? '') ?? [];
    const answer = await serveStop(test.db, token);
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(`/envoi-automatique/${token}`),
    ]);
    await serveStop(test.db, token);
    await stopAutomatic(actor, scope);
    expect(await row(declarationId)).toMatchObject({ stopReason: 'person', stoppedBy: 'Nolwenn Cadiou' });
    expect(await mornings.live('2024-06-09', email)).toEqual([]);
    expect(await submissions()).toEqual([]);
    expect(await actions(organizationId)).toEqual([
      'automatic.allowed Nolwenn Cadiou',
      'automatic.stopped Nolwenn Cadiou',
    ]);
    expect((await serveStop(test.db, `${token}x`)).status).toBe(404);

    // Allowed again, it starts over: announced again, then sent.
    await allowAutomatic(actor, { ...scope, truthful: true });
    expect(await mornings.live('2024-06-10', email)).toEqual([announced]);
    await mornings.live('2024-06-11', email);
    expect(await submissions()).toHaveLength(1);
  });

  it('a link of somebody who left stops nothing', async () => {
    const { actor, email, declarationId } = await givenAllowed();
    await mornings.live('2024-06-08', email);
    const [, token = ''] = /envoi-automatique\/(\S+)/.exec(mornings.mailer.taken[0]?.text ?? '') ?? [];
    await test.db.membership.deleteMany({ where: { userId: actor.user.id } });
    await serveStop(test.db, token);
    expect((await row(declarationId)).stoppedAt).toBeNull();
  });

  it('is announced the next morning when complete too late, up to the eve of the deadline', async () => {
    const { email, seriesId } = await givenAllowed({ series: { capacity: null } });
    expect(await mornings.live('2024-06-08', email)).toEqual([]);
    expect(await mornings.live('2024-06-09', email)).toEqual([]);
    await test.db.series.update({ where: { id: seriesId }, data: { capacity: 180 } });
    expect(await mornings.live('2024-06-10', email)).toEqual([announced]);
    expect(await submissions()).toEqual([]);
    await mornings.live('2024-06-11', email);
    expect(await submissions()).toHaveLength(1);
  });

  it('never leaves when it is complete on the last day only', async () => {
    const { email, seriesId } = await givenAllowed({ series: { capacity: null } });
    await mornings.live('2024-06-10', email);
    await test.db.series.update({ where: { id: seriesId }, data: { capacity: 180 } });
    for (const day of ['2024-06-11', '2024-06-12', '2024-06-13']) expect(await mornings.live(day, email)).toEqual([]);
    expect(await submissions()).toEqual([]);
  });

  it('waits for its announcement to leave, and never leaves on the same day', async () => {
    const { email, declarationId } = await givenAllowed();
    mornings.mailer.script.push('not-sent');
    await expect(mornings.live('2024-06-08', email)).rejects.toThrow('not sent');
    // Tried again by the queue the next morning, after the planning.
    await planMorning(test.db, morningOf('2024-06-09'));
    await mornings.work(morningOf('2024-06-09'));
    expect(await submissions()).toEqual([]);
    const { deliverAnnouncement } = await import('./deliver-announcement');
    const { allowedById } = await row(declarationId);
    await deliverAnnouncement(
      mornings.tools,
      { declarationId, userId: allowedById ?? '' },
      new Date('2024-06-09T09:00:00.000Z'),
    );
    expect(mornings.mailer.taken.map(({ text }) => text.includes('lundi 10 juin 2024'))).toEqual([true]);
    await runAutomatic(test.db, declarationId, new Date('2024-06-09T15:00:00.000Z'));
    expect(await submissions()).toEqual([]);
    await mornings.live('2024-06-10', email);
    expect(await submissions()).toHaveLength(1);
  });

  it('is announced anew when nobody could be told, for another morning', async () => {
    const { email, declarationId } = await givenAllowed();
    mornings.mailer.script.push('refused');
    await mornings.live('2024-06-08', email);
    expect(await mornings.live('2024-06-09', email)).toEqual([]);
    expect(await submissions()).toEqual([]);
    expect(await mornings.live('2024-06-10', email)).toEqual([announced]);
    expect(await row(declarationId)).toMatchObject({ plannedFor: morningOf('2024-06-11'), stoppedAt: null });
    await mornings.live('2024-06-11', email);
    expect(await submissions()).toHaveLength(1);
  });

  it.each(['refused', 'unknown', 'failed', 'accepted'] as const)('leaves alone what is %s', async (state) => {
    const { email, seriesId, declarationId } = await givenAllowed();
    await test.db.declaration.updateMany({ where: { seriesId }, data: { state } });
    expect(await mornings.live('2024-06-08', email)).toEqual([]);
    await test.db.declaration.updateMany({ where: { seriesId }, data: { state: 'draft' } });
    expect(await mornings.live('2024-06-09', email)).toEqual([announced]);
    await test.db.declaration.updateMany({ where: { seriesId }, data: { state } });
    expect(await mornings.live('2024-06-10', email)).toEqual([]);
    await runAutomatic(test.db, declarationId, morningOf('2024-06-10'));
    expect(await submissions()).toEqual([]);
    expect(await row(declarationId)).toMatchObject({ stopReason: 'state', stoppedBy: null });
  });

  it.each([
    [
      'figures',
      'ont changé',
      (id: string) =>
        test.db.series.update({ where: { id }, data: { figuresChangedAt: new Date('2024-06-09T01:00:00.000Z') } }),
    ],
    [
      'figures',
      'ont changé',
      // A performance was added: the show is not over any more.
      async (id: string) => {
        const endsAt = new Date('2024-06-30T20:00:00.000Z');
        await test.db.series.update({
          where: { id },
          data: { lastEndAt: endsAt, figuresChangedAt: new Date('2024-06-08T20:00:00.000Z') },
        });
        await test.db.declaration.updateMany({
          where: { seriesId: id },
          data: { dueAt: endOfParisDay(new Date('2024-07-10T10:00:00.000Z')) },
        });
      },
    ],
    [
      'incomplete',
      'manque maintenant',
      (id: string) =>
        test.db.series.update({
          where: { id },
          data: { producerName: null, producerSiren: null, genre: null, venueId: null },
        }),
    ],
    [
      'warnings',
      'demande votre regard',
      (id: string) => test.db.series.update({ where: { id }, data: { capacity: 100 } }),
    ],
  ] as const)(
    'does not leave when something changed after the announcement (%s), and says so',
    async (reason, words, change) => {
      const { email, seriesId, declarationId } = await givenAllowed();
      await mornings.live('2024-06-08', email);
      await change(seriesId);
      expect(await mornings.live('2024-06-09', email)).toEqual([notSent]);
      expect(mornings.mailer.taken.at(-1)?.text).toContain(words);
      expect(await submissions()).toEqual([]);
      expect(await row(declarationId)).toMatchObject({ stopReason: reason });
      expect(await mornings.live('2024-06-10', email)).toEqual([]);
    },
  );

  it('checks everything again at the moment of sending, after the planning', async () => {
    const { email, seriesId, declarationId } = await givenAllowed();
    await mornings.live('2024-06-08', email);
    await planMorning(test.db, morningOf('2024-06-09'));
    await test.db.series.update({ where: { id: seriesId }, data: { capacity: 100 } });
    await mornings.work(morningOf('2024-06-09'));
    expect(await submissions()).toEqual([]);
    expect(await row(declarationId)).toMatchObject({ stopReason: 'warnings' });
    expect(mornings.mailer.taken.at(-1)?.subject).toBe(notSent);
  });

  it('does not leave with a warning, nor in the name of somebody who left', async () => {
    const { email } = await givenAllowed({ series: { capacity: 100 } });
    expect(await mornings.live('2024-06-08', email)).toEqual([]);
    const { organizationId, actor, declarationId } = await givenAllowed();
    const colleague = await givenActor(test.db, organizationId);
    await mornings.live('2024-06-09', email);
    await test.db.membership.deleteMany({ where: { userId: actor.user.id } });
    await mornings.live('2024-06-10', email);
    expect(await submissions()).toEqual([]);
    expect(await row(declarationId)).toMatchObject({ stopReason: 'rights' });
    expect(
      mornings.mailer.taken.filter(({ to }) => to === colleague.user.email).map(({ subject }) => subject),
    ).toContain(notSent);
  });

  it('leaves once, whatever the number of workers and of replays', async () => {
    const { email, declarationId } = await givenAllowed();
    await mornings.live('2024-06-08', email);
    const now = morningOf('2024-06-09');
    await Promise.allSettled([1, 2, 3].map(() => runAutomatic(test.db, declarationId, now)));
    await runAutomatic(test.db, declarationId, now);
    await mornings.live('2024-06-09', email);
    expect(await submissions()).toHaveLength(1);
    expect(await row(declarationId)).toMatchObject({ sentAt: now, stoppedAt: null });
  });

  it('leaves once when the worker dies before the end, and either leaves or is stopped', async () => {
    const { email, actor, scope, declarationId } = await givenAllowed();
    await mornings.live('2024-06-08', email);
    const now = morningOf('2024-06-09');
    armBoundaries((name) => {
      if (name === 'transmit.before-commit') throw new Error('killed');
    });
    await expect(runAutomatic(test.db, declarationId, now)).rejects.toThrow('killed');
    expect([await submissions(), (await row(declarationId)).sentAt]).toEqual([[], null]);
    armBoundaries(null);
    await Promise.allSettled([runAutomatic(test.db, declarationId, now), stopAutomatic(actor, scope)]);
    const { sentAt, stoppedAt } = await row(declarationId);
    expect((await submissions()).length).toBe(sentAt === null ? 0 : 1);
    expect([sentAt, stoppedAt].filter((at) => at !== null)).toHaveLength(1);
  });

  it('catches up after a worker that was down, in the day and before the deadline only', async () => {
    const first = await givenAllowed();
    await mornings.live('2024-06-08', first.email);
    await planMorning(test.db, new Date('2024-06-10T21:00:00.000Z'));
    await runAutomatic(test.db, first.declarationId, new Date('2024-06-10T21:00:00.000Z'));
    expect(await submissions()).toEqual([]);
    await planMorning(test.db, new Date('2024-06-11T15:00:00.000Z'));
    await mornings.work(new Date('2024-06-11T15:01:00.000Z'));
    expect(await submissions()).toHaveLength(1);
  });

  it('says that nothing left when the worker was down past the deadline', async () => {
    const { email, declarationId } = await givenAllowed();
    await mornings.live('2024-06-08', email);
    expect(await mornings.live('2024-06-12', email)).toEqual([notSent]);
    expect(await row(declarationId)).toMatchObject({ stopReason: 'deadline' });
  });

  it('is allowed of a draft only; the first permission stands', async () => {
    const { actor, organizationId, seriesId, scope, declarationId } = await givenAllowed();
    const colleague = await givenActor(test.db, organizationId);
    const before = await row(declarationId);
    await allowAutomatic(
      { ...colleague, user: { ...colleague.user, firstname: 'Camille' } },
      { ...scope, truthful: true },
    );
    expect(await row(declarationId)).toEqual(before);
    await stopAutomatic(actor, scope);
    for (const [state, code] of [
      ['sending', 'already-being-sent'],
      ['refused', 'declaration-locked'],
      ['accepted', 'already-accepted'],
    ] as const) {
      await test.db.declaration.updateMany({ where: { seriesId }, data: { state } });
      await expect(allowAutomatic(actor, { ...scope, truthful: true })).rejects.toMatchObject({ code });
    }
    await expect(allowAutomatic(actor, { ...scope, organism: 'SACD', truthful: true })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
