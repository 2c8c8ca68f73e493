import { toParisInstant } from '@/domain/calendar';
import { type Database } from '@/server/db/client';
import { type Mailer } from '@/server/mailer/mail';
import { announceTransmissionJob } from '@/server/automation/announce-transmission';
import { deliverAnnouncement } from '@/server/automation/deliver-announcement';
import { deliverNotTransmitted } from '@/server/automation/deliver-not-transmitted';
import { runAutomatic } from '@/server/automation/run-automatic';
import { tellNotTransmittedJob } from '@/server/automation/tell-not-transmitted';
import { transmitAutomaticallyJob } from '@/server/automation/transmit-automatically';
import { deliverReminders, type ReminderTools } from '@/server/automation/deliver-reminders';
import { toKinds } from '@/server/automation/load-members';
import { planMorning } from '@/server/automation/plan-morning';
import { createScriptedMailer, type ScriptedMailer } from './scripted-mailer';

/** Eight o’clock in Paris on a day `yyyy-MM-dd`. */
export function morningOf(day: string): Date {
  const at = toParisInstant(day, '08:00');
  if (!at) throw new Error(`no such day: ${day}`);
  return at;
}

export type Mornings = {
  /** Empty when the mails go elsewhere. */
  readonly mailer: ScriptedMailer;
  readonly tools: ReminderTools;
  /** Sends what waits, as the worker does. */
  deliver(now: Date): Promise<void>;
  /** Runs the jobs of automatic transmissions that wait, as the worker does, those that they enqueue included; what failed is thrown. */
  work(now: Date): Promise<void>;
  /** One morning: planning, then the mails; the subjects of those to this person. */
  live(day: string, email: string): Promise<readonly string[]>;
};

/** The mornings of a service, one after the other, without waiting for them. */
export function givenMornings(
  db: () => Database,
  { mailer: sender, baseUrl = 'https://assistant.test' }: { readonly mailer?: Mailer; readonly baseUrl?: string } = {},
): Mornings {
  const mailer = createScriptedMailer();
  const tools: ReminderTools = {
    get db() {
      return db();
    },
    mailer: sender ?? mailer,
    mailDomain: 'assistant.test',
    baseUrl,
  };
  async function deliver(now: Date): Promise<void> {
    const waiting = await db().reminder.findMany({
      where: { isSettled: false, sendingAt: null },
      distinct: ['userId', 'kind'],
      orderBy: [{ userId: 'asc' }, { kind: 'asc' }],
    });
    for (const row of waiting) {
      for (const kind of toKinds([row])) await deliverReminders(tools, { userId: row.userId, kind }, now);
    }
  }
  async function work(now: Date): Promise<void> {
    const taken = await db().$queryRaw<{ name: string; payload: unknown }[]>`
      DELETE FROM pgboss.job WHERE name IN ('announce-transmission', 'tell-not-transmitted', 'transmit-automatically')
      RETURNING name, data->'payload' AS payload`;
    if (taken.length === 0) return;
    for (const { name, payload } of taken) {
      if (name === 'transmit-automatically') {
        await runAutomatic(db(), transmitAutomaticallyJob.schema.parse(payload).declarationId, now);
      } else if (name === 'announce-transmission') {
        await deliverAnnouncement(tools, announceTransmissionJob.schema.parse(payload), now);
      } else await deliverNotTransmitted(tools, tellNotTransmittedJob.schema.parse(payload), now);
    }
    await work(now);
  }
  return {
    mailer,
    tools,
    deliver,
    work,
    async live(day, email) {
      const before = mailer.taken.length;
      await planMorning(db(), morningOf(day));
      await deliver(morningOf(day));
      await work(morningOf(day));
      return mailer.taken.slice(before).flatMap(({ to, subject }) => (to === email ? [subject] : []));
    },
  };
}
