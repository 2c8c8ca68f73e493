import { beforeEach, describe, expect, it } from '@jest/globals';
import { addDays } from 'date-fns/addDays';
import { toParisDay } from '@/domain/calendar';
import { createCountingDatabase } from '@/testing/count-queries';
import { givenMornings, morningOf } from '@/testing/given-mornings';
import { givenActor, givenAgencies, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { deliverReminders } from './deliver-reminders';
import { planMorning } from './plan-morning';
import { planOrganization } from './plan-organization';

/** Shows of these tests end on 1 June 2024: SACEM is due on the 11th, SACD on 1 July, SIBIL's quarter on 9 July. */
const lastChange = new Date('2024-06-01T20:45:00.000Z');

describe('reminders', () => {
  const test = givenTestDatabase();
  let mornings = givenMornings(() => test.db);
  beforeEach(async () => {
    mornings = givenMornings(() => test.db);
    // Each test has the service for itself.
    await test.db
      .$executeRaw`TRUNCATE "Reminder", "MutedReminder", "AutomaticTransmission", "Declaration", "Performance", "Series", "Membership", "Agency" CASCADE`;
    await test.db.$executeRaw`DELETE FROM pgboss.job`;
    await givenAgencies(test.db);
  });

  const givenOldShow = (values: Parameters<typeof givenShow>[1] = {}) =>
    givenShow(test.db, { ...values, series: { figuresChangedAt: lastChange, ...values.series } });
  const jobs = () =>
    test.db.$queryRaw<{ payload: unknown }[]>`
      SELECT data->'payload' AS payload FROM pgboss.job WHERE name = 'send-reminders' ORDER BY 1`;
  const rows = () => test.db.reminder.count();

  /** Every morning from one day to another: the day and the subject of each mail. */
  async function liveThrough(from: string, to: string, email: string): Promise<string[]> {
    const said: string[] = [];
    for (let at = morningOf(from); toParisDay(at) <= to; at = addDays(at, 1)) {
      const day = toParisDay(at);
      said.push(...(await mornings.live(day, email)).map((subject) => `${day} ${subject}`));
    }
    return said;
  }

  it('say once that a show is ready, then what each deadline calls for, and never more', async () => {
    const { actor } = await givenOldShow();
    expect(await liveThrough('2024-06-01', '2024-07-15', actor.user.email)).toEqual([
      '2024-06-03 2 déclarations sont prêtes',
      '2024-06-04 À déclarer à la SACEM avant le mardi 11 juin 2024 – La Nuit des gardiens',
      '2024-06-10 Demain, dernier jour pour déclarer à la SACEM – La Nuit des gardiens',
      '2024-06-12 Votre déclaration à la SACEM est en retard – La Nuit des gardiens',
      '2024-06-24 À déclarer à la SACD avant le lundi 1er juillet 2024 – La Nuit des gardiens',
      '2024-06-30 Demain, dernier jour pour déclarer à la SACD – La Nuit des gardiens',
      '2024-07-02 Votre déclaration à la SACD est en retard – La Nuit des gardiens',
      '2024-07-02 À déclarer dans SIBIL avant le mardi 9 juillet 2024 – 2e\u00a0trimestre 2024',
      '2024-07-08 Demain, dernier jour pour déclarer dans SIBIL – 2e\u00a0trimestre 2024',
      '2024-07-10 Votre déclaration dans SIBIL est en retard – 2e\u00a0trimestre 2024',
    ]);
  }, 60_000);

  it('tell the totals, one link per declaration, and how to stop', async () => {
    const { actor, organizationId, seriesId } = await givenOldShow();
    await mornings.live('2024-06-03', actor.user.email);
    const [mail, ...others] = mornings.mailer.taken;
    expect(others).toEqual([]);
    const show = `https://assistant.test/structures/${organizationId}/spectacles/${seriesId}`;
    expect(mail?.text.split(`${show}/transmettre`)).toHaveLength(3);
    expect(mail?.text).toContain('3\u00a0représentations, 384\u00a0billets, 5\u00a0400,00\u00a0€ TTC de billetterie.');
    expect(mail?.html).toContain('Association Le Phare d’Ouessant');
    expect(mail?.unsubscribeHref).toMatch(/^https:\/\/assistant\.test\/api\/unsubscribe\/[\w-]+\.[\w-]+$/);
    expect(mail?.text).toContain('https://assistant.test/desabonnement/');
  });

  it('remind of CNM with its own deadline and its own words', async () => {
    const { actor } = await givenOldShow({ organisms: ['CNM'] });
    const said = await liveThrough('2024-09-20', '2024-10-02', actor.user.email);
    expect(said.filter((line) => line.includes('CNM'))).toEqual([
      '2024-09-20 Votre déclaration CNM est prête – La Nuit des gardiens',
      '2024-09-23 À déclarer au CNM avant le lundi 30 septembre 2024 – La Nuit des gardiens',
      '2024-09-29 Demain, dernier jour pour déclarer au CNM – La Nuit des gardiens',
      '2024-10-01 Votre déclaration au CNM est en retard – La Nuit des gardiens',
    ]);
  }, 30_000);

  it('tell a deadline long past once, at first sight, and nothing else', async () => {
    const { actor } = await givenOldShow({ organisms: ['SACEM'] });
    expect(await liveThrough('2026-10-01', '2026-10-10', actor.user.email)).toEqual([
      '2026-10-01 Votre déclaration à la SACEM est en retard – La Nuit des gardiens',
    ]);
  });

  it.each([
    ['figures that moved yesterday', { figuresChangedAt: new Date('2024-06-02T10:00:00.000Z') }],
    ['a capacity that is missing', { capacity: null }],
    ['a show that is not over', { lastEndAt: new Date('2024-06-03T20:00:00.000Z') }],
  ])('do not say that it is ready with %s', async (_name, series) => {
    const { actor } = await givenOldShow({ series });
    expect(await mornings.live('2024-06-03', actor.user.email)).toEqual([]);
  });

  it('believe a connected ticketing only when it was read after two nights', async () => {
    const { actor, organizationId, seriesId } = await givenOldShow({ organisms: ['SACD'] });
    const { id: connectionId } = await test.db.ticketingConnection.create({
      data: { organizationId, system: 'billetweb', remoteAccount: 'compte', label: 'Compte', credentials: 'sealed' },
    });
    await test.db.series.update({ where: { id: seriesId }, data: { connectionId } });
    const read = (at: string, state: 'succeeded' | 'failed' = 'succeeded') =>
      test.db.synchronizationRun.create({
        data: {
          connectionId,
          trigger: 'night',
          state,
          since: lastChange,
          startedAt: new Date(at),
          createdAt: new Date(at),
        },
      });
    expect(await mornings.live('2024-06-03', actor.user.email)).toEqual([]);
    await read('2024-06-04T01:00:00.000Z');
    await read('2024-06-05T01:00:00.000Z', 'failed');
    expect(await mornings.live('2024-06-05', actor.user.email)).toEqual([]);
    await read('2024-06-06T01:00:00.000Z');
    expect(await mornings.live('2024-06-06', actor.user.email)).toEqual([
      'Votre déclaration SACD est prête – La Nuit des gardiens',
    ]);
  });

  it('planned by two workers at once, or twice, are one mail', async () => {
    const { actor, organizationId } = await givenOldShow();
    const now = morningOf('2024-06-03');
    await Promise.all([1, 2, 3].map(() => planOrganization(test.db, organizationId, now)));
    await planOrganization(test.db, organizationId, now);
    expect(await jobs()).toEqual([{ payload: { userId: actor.user.id, kind: 'ready' } }]);
    expect(await rows()).toBe(2);
    // Even if the day were taken again, the database holds each of them once.
    await test.db.organization.updateMany({ data: { remindedOn: null } });
    await planOrganization(test.db, organizationId, now);
    expect(await rows()).toBe(2);
    const both = [1, 2].map(() => deliverReminders(mornings.tools, { userId: actor.user.id, kind: 'ready' }, now));
    await Promise.allSettled(both);
    await deliverReminders(mornings.tools, { userId: actor.user.id, kind: 'ready' }, now);
    expect(mornings.mailer.taken).toHaveLength(1);
  });

  it('are written with the job that sends them, or not at all', async () => {
    const { organizationId } = await givenOldShow();
    await test.db.$executeRawUnsafe(`CREATE FUNCTION die() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN IF NEW.name = 'send-reminders' THEN RAISE EXCEPTION 'killed'; END IF; RETURN NEW; END $$`);
    await test.db.$executeRawUnsafe(
      `CREATE TRIGGER die BEFORE INSERT ON pgboss.job FOR EACH ROW EXECUTE FUNCTION die()`,
    );
    const killed = planMorning(test.db, morningOf('2024-06-03'));
    await expect(killed.finally(() => test.db.$executeRawUnsafe(`DROP FUNCTION die() CASCADE`))).rejects.toThrow(
      '1 structures',
    );
    expect([await rows(), await jobs()]).toEqual([0, []]);
    await planMorning(test.db, morningOf('2024-06-03'));
    expect([await rows(), (await jobs()).length]).toEqual([2, 1]);
    expect(await test.db.organization.count({ where: { id: organizationId, remindedOn: '2024-06-03' } })).toBe(1);
  });

  it('are not sent again by a worker that died while a mail was leaving', async () => {
    const { actor } = await givenOldShow();
    const now = morningOf('2024-06-03');
    await planMorning(test.db, now);
    const recipient = { userId: actor.user.id, kind: 'ready' } as const;
    const dyingBefore = { ...mornings.tools, mailer: { send: () => Promise.reject(new Error('killed')) } };
    await expect(deliverReminders(dyingBefore, recipient, now)).rejects.toThrow('killed');
    const dyingAfter: typeof mornings.tools = {
      ...mornings.tools,
      mailer: {
        async send(mail, options) {
          await mornings.mailer.send(mail, options);
          throw new Error('killed');
        },
      },
    };
    await expect(deliverReminders(dyingAfter, recipient, now)).rejects.toThrow('killed');
    await mornings.deliver(now);
    expect(mornings.mailer.taken).toHaveLength(1);
    expect(await mornings.live('2024-06-04', actor.user.email)).toEqual([
      'À déclarer à la SACEM avant le mardi 11 juin 2024 – La Nuit des gardiens',
    ]);
  });

  it('that no server took are tried again, those that were refused are not', async () => {
    const { actor } = await givenOldShow();
    const now = morningOf('2024-06-03');
    await planMorning(test.db, now);
    const recipient = { userId: actor.user.id, kind: 'ready' } as const;
    mornings.mailer.script.push('not-sent');
    await expect(deliverReminders(mornings.tools, recipient, now)).rejects.toThrow('not sent');
    mornings.mailer.script.push('refused');
    await deliverReminders(mornings.tools, recipient, now);
    await deliverReminders(mornings.tools, recipient, now);
    expect(mornings.mailer.taken).toEqual([]);
    expect(await test.db.reminder.count({ where: { sendingAt: now, sentAt: null } })).toBe(2);
  });

  it('that could not leave before the deadline are not told after it', async () => {
    const { actor } = await givenOldShow({ organisms: ['SACEM'] });
    await planMorning(test.db, morningOf('2024-06-10'));
    await mornings.deliver(morningOf('2024-06-12'));
    expect(mornings.mailer.taken).toEqual([]);
    expect(await mornings.live('2024-06-12', actor.user.email)).toEqual([
      'Votre déclaration à la SACEM est en retard – La Nuit des gardiens',
    ]);
  });

  it('that were turned off are not sent, nor brought back when turned on again', async () => {
    const { actor } = await givenOldShow({ organisms: ['SACEM'] });
    const { id: userId, email } = actor.user;
    await test.db.mutedReminder.createMany({ data: ['ready', 'week'].map((kind) => ({ userId, kind })) });
    expect(await liveThrough('2024-06-03', '2024-06-05', email)).toEqual([]);
    await test.db.mutedReminder.deleteMany();
    expect(await liveThrough('2024-06-06', '2024-06-11', email)).toEqual([
      '2024-06-10 Demain, dernier jour pour déclarer à la SACEM – La Nuit des gardiens',
    ]);
    // Turned off between the planning and the mail.
    await planMorning(test.db, morningOf('2024-06-12'));
    await test.db.mutedReminder.create({ data: { userId, kind: 'late' } });
    await mornings.deliver(morningOf('2024-06-12'));
    expect(mornings.mailer.taken).toHaveLength(1);
  });

  it('go to every member, and to nobody who is banned, has left, or came after the news', async () => {
    const { actor, organizationId } = await givenOldShow({ organisms: ['SACEM'] });
    const [second, banned, left] = await Promise.all([1, 2, 3].map(() => givenActor(test.db, organizationId)));
    await test.db.user.update({ where: { id: banned?.user.id }, data: { banned: true } });
    await planMorning(test.db, morningOf('2024-06-12'));
    await test.db.membership.deleteMany({ where: { userId: left?.user.id } });
    await mornings.deliver(morningOf('2024-06-12'));
    expect(mornings.mailer.taken.map(({ to }) => to).sort()).toEqual([actor.user.email, second?.user.email].sort());
    const late = await givenActor(test.db, organizationId);
    expect(await mornings.live('2024-06-13', late.user.email)).toEqual([]);
  });

  it('say nothing of what was received or unchosen meanwhile', async () => {
    const { actor, seriesId } = await givenOldShow();
    const now = morningOf('2024-06-03');
    await planMorning(test.db, now);
    await test.db.declaration.updateMany({ where: { seriesId, organism: 'SACEM' }, data: { state: 'sent' } });
    await test.db.declaration.deleteMany({ where: { seriesId, organism: 'SACD' } });
    await mornings.deliver(now);
    expect(await liveThrough('2024-06-04', '2024-06-14', actor.user.email)).toEqual([]);
    expect(mornings.mailer.taken).toEqual([]);
  });

  it('gather the structures of a person in one mail', async () => {
    const first = await givenOldShow({ organisms: ['SACEM'] });
    const second = await givenOldShow({ organisms: ['SACEM'], organization: { name: 'Compagnie des Embruns' } });
    const { id: userId, email } = first.actor.user;
    await test.db.membership.create({ data: { organizationId: second.organizationId, userId } });
    expect(await mornings.live('2024-06-03', email)).toEqual(['2 déclarations sont prêtes']);
    expect(await jobs()).toHaveLength(2);
  });

  it('leave at eight in Paris when the clocks change, and never at night', async () => {
    const { organizationId } = await givenOldShow();
    const plannedOn = async () =>
      (await test.db.organization.findUniqueOrThrow({ where: { id: organizationId } })).remindedOn;
    await planMorning(test.db, new Date('2024-10-26T06:00:00.000Z'));
    expect(await plannedOn()).toBe('2024-10-26');
    // Winter time since three o’clock: eight is an hour later in UTC.
    await planMorning(test.db, new Date('2024-10-27T06:59:59.999Z'));
    expect(await plannedOn()).toBe('2024-10-26');
    await planMorning(test.db, new Date('2024-10-27T07:00:00.000Z'));
    expect(await plannedOn()).toBe('2024-10-27');
    await planMorning(test.db, new Date('2025-03-30T05:59:59.999Z'));
    expect(await plannedOn()).toBe('2024-10-27');
    await planMorning(test.db, new Date('2025-03-30T06:00:00.000Z'));
    expect(await plannedOn()).toBe('2025-03-30');
  });

  it('that come due at night wait for the morning', async () => {
    const { actor } = await givenOldShow();
    await planMorning(test.db, morningOf('2024-06-03'));
    await test.db.$executeRaw`DELETE FROM pgboss.job`;
    await mornings.deliver(new Date('2024-06-03T20:00:00.000Z'));
    expect(mornings.mailer.taken).toEqual([]);
    const [job] = await test.db.$queryRaw<{ wait: number }[]>`
      SELECT round(extract(epoch FROM start_after - created_on))::int AS wait FROM pgboss.job WHERE name = 'send-reminders'`;
    expect(job?.wait).toBe(10 * 3600);
    expect(await mornings.live('2024-06-04', actor.user.email)).toContain('2 déclarations sont prêtes');
  });

  it('a worker that was down at eight catches up, once', async () => {
    const { actor } = await givenOldShow();
    await planMorning(test.db, new Date('2024-06-03T15:20:00.000Z'));
    await planMorning(test.db, new Date('2024-06-03T15:30:00.000Z'));
    await mornings.deliver(new Date('2024-06-03T15:31:00.000Z'));
    expect(mornings.mailer.taken.map(({ to }) => to)).toEqual([actor.user.email]);
  });

  it('are planned by as many queries whatever the number of shows and members', async () => {
    const counting = createCountingDatabase(test.url);
    const reads = async (organizationId: string) => {
      const statements = await counting.record(() =>
        planOrganization(counting.db, organizationId, morningOf('2024-06-03')),
      );
      return statements.filter((text) => text.startsWith('SELECT') && !text.includes('pgboss')).length;
    };
    const small = await givenOldShow();
    const large = await givenOldShow();
    await givenActor(test.db, large.organizationId);
    const {
      id: _id,
      organizationId: _organization,
      beforeCorrection: _form,
      ...copied
    } = await test.db.series.findUniqueOrThrow({
      where: { id: large.seriesId },
    });
    for (let index = 0; index < 20; index += 1) {
      await test.db.series.create({
        data: {
          ...copied,
          organizationId: large.organizationId,
          remoteId: `copy-${index}`,
          declarations: { create: [{ organism: 'SACEM' }, { organism: 'SACD' }] },
        },
      });
    }
    expect(await reads(large.organizationId)).toBe(await reads(small.organizationId));
    await counting.db.$disconnect();
  });
});
