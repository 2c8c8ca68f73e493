import 'server-only';
import { createElement } from 'react';
import { isDaytime } from '@/domain/automation/plan-automatic';
import { NotTransmitted, type NotTransmittedReason, toNotTransmittedSubject } from '@/emails/automatic-transmission';
import { renderMail } from '@/emails/render-mail';
import { logger } from '@/server/logger';
import { type ReminderTools } from './deliver-reminders';
import { findMember, loadAutomatic } from './load-automatic';
import { postponeToMorning } from './postpone-to-morning';
import { tellNotTransmittedJob } from './tell-not-transmitted';

const told: readonly NotTransmittedReason[] = ['figures', 'incomplete', 'warnings', 'deadline', 'rights'];

/** Tells one member why what was announced did not leave. Nothing when it was allowed again, or sent by hand, meanwhile. */
export async function deliverNotTransmitted(
  { db, mailer, mailDomain, baseUrl }: ReminderTools,
  { declarationId, userId }: { declarationId: string; userId: string },
  now: Date,
): Promise<void> {
  if (!isDaytime(now)) return postponeToMorning(db, tellNotTransmittedJob, { declarationId, userId }, now);
  const automatic = await loadAutomatic(db, declarationId);
  const reason = told.find((known) => known === automatic?.stopReason);
  if (!automatic?.stoppedAt || !reason || automatic.declaration.state !== 'draft') return;
  const { declaration, series, stoppedAt } = automatic;
  const user = await findMember(db, { organizationId: series.organizationId, userId });
  if (!user) return;
  const props = {
    firstname: user.firstname,
    organism: declaration.organism,
    seriesName: series.name,
    organizationName: series.organization.name,
    reason,
    dueAt: automatic.dueAt,
    reviewHref: `${baseUrl}/structures/${series.organizationId}/spectacles/${series.id}/transmettre`,
  };
  const outcome = await mailer.send({
    to: user.email,
    subject: toNotTransmittedSubject(props),
    ...(await renderMail(createElement(NotTransmitted, props))),
    messageId: `<not-transmitted.${declarationId}.${userId}.${stoppedAt.getTime()}@${mailDomain}>`,
  });
  logger().info({ declarationId, reason, outcome: outcome.kind }, 'automatic transmission given up');
  if (outcome.kind === 'not-sent') throw new Error(`The mail was not sent: ${outcome.reason}`);
}
