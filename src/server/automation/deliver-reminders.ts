import 'server-only';
import { createElement } from 'react';
import { isDaytime } from '@/domain/automation/plan-automatic';
import { type ReminderKind } from '@/domain/automation/plan-reminder';
import { Reminders, type RemindersProps, toRemindersSubject } from '@/emails/reminders';
import { renderMail } from '@/emails/render-mail';
import { type Database } from '@/server/db/client';
import { logger } from '@/server/logger';
import { type Mailer } from '@/server/mailer/mail';
import { postponeToMorning } from './postpone-to-morning';
import { loadReminderGroups } from './load-reminder-groups';
import { sendRemindersJob } from './send-reminders';
import { toUnsubscribeHref, toUnsubscribePageHref } from './unsubscribe-link';

export type ReminderTools = {
  readonly db: Database;
  readonly mailer: Mailer;
  readonly mailDomain: string;
  /** Public address of the service, without a trailing slash. */
  readonly baseUrl: string;
};

type Recipient = { readonly userId: string; readonly kind: ReminderKind };

/**
 * Writes to one person about everything of one kind that waits to be told. Before the mail may leave, its reminders are marked in the
 * database: a worker that dies after that sends nothing again. What was received, left or turned off meanwhile is not told.
 */
export async function deliverReminders(tools: ReminderTools, { userId, kind }: Recipient, now: Date): Promise<void> {
  const { db, mailer, mailDomain, baseUrl } = tools;
  if (!isDaytime(now)) return postponeToMorning(db, sendRemindersJob, { userId, kind }, now);
  const user = await db.user.findFirst({
    where: { id: userId, banned: false },
    select: { email: true, firstname: true, lastname: true, mutedReminders: { where: { kind } } },
  });
  const waiting = await db.reminder.findMany({
    where: { userId, kind, isSettled: false, sendingAt: null },
    select: { id: true, organizationId: true, declarationId: true, period: true },
    orderBy: { createdAt: 'asc' },
  });
  if (waiting.length === 0) return;
  const isWanted = user !== null && user.mutedReminders.length === 0;
  const { groups, toldIds, notReadyIds } = isWanted
    ? await loadReminderGroups(db, { waiting, kind, baseUrl, user: { id: userId, ...user } }, now)
    : { groups: [], toldIds: [], notReadyIds: [] };
  const settled = waiting.flatMap(({ id }) => (toldIds.includes(id) || notReadyIds.includes(id) ? [] : [id]));
  await db.reminder.updateMany({ where: { id: { in: settled } }, data: { isSettled: true } });
  // Not ready any more: it will be told when it is again.
  await db.reminder.deleteMany({ where: { id: { in: [...notReadyIds] }, sendingAt: null } });
  const [firstId] = toldIds;
  if (user === null || firstId === undefined) return;
  const props: RemindersProps = {
    kind,
    firstname: user.firstname,
    groups,
    unsubscribeHref: toUnsubscribePageHref(baseUrl, { userId, kind }),
    preferencesHref: `${baseUrl}/mon-compte`,
    now,
  };
  let isClaimed = false;
  const beforeData = async () => {
    await claim(db, toldIds, now);
    isClaimed = true;
  };
  const outcome = await mailer.send(
    {
      to: user.email,
      subject: toRemindersSubject(props),
      ...(await renderMail(createElement(Reminders, props))),
      messageId: `<reminders.${firstId}@${mailDomain}>`,
      unsubscribeHref: toUnsubscribeHref(baseUrl, { userId, kind }),
    },
    { beforeData },
  );
  logger().info({ kind, declarations: toldIds.length, outcome: outcome.kind }, 'reminders');
  const where = { id: { in: [...toldIds] }, sentAt: null };
  if (outcome.kind === 'not-sent') {
    if (isClaimed) await db.reminder.updateMany({ where, data: { sendingAt: null } });
    // Only what surely did not leave is tried again.
    throw new Error(`The mail was not sent: ${outcome.reason}`);
  }
  const isGone = outcome.kind === 'sent' || outcome.kind === 'caught';
  await db.reminder.updateMany({ where, data: { sendingAt: now, ...(isGone && { sentAt: now }) } });
}

/** All of them or none: another worker that got the same job has taken some, and its mail is leaving. */
async function claim(db: Database, ids: readonly string[], now: Date): Promise<void> {
  await db.$transaction(async (tx) => {
    const { count } = await tx.reminder.updateMany({
      where: { id: { in: [...ids] }, sendingAt: null, isSettled: false },
      data: { sendingAt: now },
    });
    if (count !== ids.length) throw new Error('these reminders are leaving by another mail');
  });
}
