import 'server-only';
import { createElement } from 'react';
import { isDaytime, nextMorning } from '@/domain/automation/plan-automatic';
import { parisDaysBetween } from '@/domain/calendar';
import {
  AutomaticAnnouncement,
  type AutomaticAnnouncementProps,
  toAutomaticAnnouncementSubject,
} from '@/emails/automatic-transmission';
import { renderMail } from '@/emails/render-mail';
import { logger } from '@/server/logger';
import { announceTransmissionJob } from './announce-transmission';
import { type ReminderTools } from './deliver-reminders';
import { giveUpAutomatic } from './give-up-automatic';
import { findMember, loadAutomatic, type LoadedAutomatic } from './load-automatic';
import { loadContents } from './load-contents';
import { postponeToMorning } from './postpone-to-morning';
import { toStopHref } from './stop-link';

/**
 * Tells one member what will leave by itself and when. The announcement counts from the first of these mails that a server took; one that
 * takes a day to leave moves the transmission to the morning after it.
 */
export async function deliverAnnouncement(
  tools: ReminderTools,
  { declarationId, userId }: { declarationId: string; userId: string },
  now: Date,
): Promise<void> {
  const { db, mailer, mailDomain } = tools;
  if (!isDaytime(now)) return postponeToMorning(db, announceTransmissionJob, { declarationId, userId }, now);
  const automatic = await loadAutomatic(db, declarationId);
  if (!automatic?.plannedFor || automatic.stoppedAt !== null || automatic.sentAt !== null) return;
  const user = await findMember(db, { organizationId: automatic.series.organizationId, userId });
  if (!user) return;
  const plannedFor = await settleMorning(tools, automatic, automatic.plannedFor, now);
  const props = plannedFor && (await toProps(tools, automatic, { user, plannedFor }, now));
  if (!props) return;
  const outcome = await mailer.send({
    to: user.email,
    subject: toAutomaticAnnouncementSubject(props),
    ...(await renderMail(createElement(AutomaticAnnouncement, props))),
    messageId: `<announcement.${declarationId}.${userId}.${plannedFor.getTime()}@${mailDomain}>`,
  });
  logger().info({ declarationId, outcome: outcome.kind }, 'automatic transmission announced');
  if (outcome.kind === 'not-sent') throw new Error(`The mail was not sent: ${outcome.reason}`);
  if (outcome.kind !== 'sent' && outcome.kind !== 'caught') return;
  await db.automaticTransmission.updateMany({
    where: { declarationId, announcedAt: null, stoppedAt: null, plannedFor },
    data: { announcedAt: now },
  });
}

/** The morning that the mail may promise; null when the deadline is before it, and the transmission is given up. */
async function settleMorning(
  { db }: ReminderTools,
  { declarationId, announcedAt, dueAt }: LoadedAutomatic,
  plannedFor: Date,
  now: Date,
): Promise<Date | null> {
  if (announcedAt !== null || parisDaysBetween(now, plannedFor) >= 1) return plannedFor;
  const morning = nextMorning(now);
  if (dueAt === null || dueAt < morning) {
    await db.$transaction((tx) => giveUpAutomatic(tx, declarationId, 'deadline', now));
    return null;
  }
  await db.automaticTransmission.updateMany({
    where: { declarationId, announcedAt: null, stoppedAt: null },
    data: { plannedFor: morning },
  });
  return morning;
}

async function toProps(
  { db, baseUrl }: ReminderTools,
  { declarationId, declaration, series, dueAt, allowedBy, allowedAt }: LoadedAutomatic,
  { user, plannedFor }: { user: { id: string; firstname: string; lastname: string; email: string }; plannedFor: Date },
  now: Date,
): Promise<AutomaticAnnouncementProps | null> {
  const { organizationId, id: seriesId } = series;
  const { id: userId, firstname, lastname, email } = user;
  const declarant = { firstname, lastname, email };
  const content = (await loadContents(db, { organizationId, seriesIds: [seriesId], declarant }, now)).get(seriesId);
  if (!content || dueAt === null) return null;
  const { performances, paidTickets, freeTickets, ticketing } = content.totals;
  return {
    firstname,
    organism: declaration.organism,
    seriesName: series.name,
    organizationName: series.organization.name,
    plannedFor,
    dueAt,
    totals: { performances, tickets: paidTickets + freeTickets, includingTaxesCents: ticketing.includingTaxesCents },
    allowedBy,
    allowedAt,
    stopHref: toStopHref(baseUrl, { declarationId, userId }),
    reviewHref: `${baseUrl}/structures/${organizationId}/spectacles/${seriesId}/transmettre`,
  };
}
