import 'server-only';
import type * as z from 'zod';
import { createElement } from 'react';
import {
  ConnectionFailing,
  type ConnectionFailingProps,
  toConnectionFailingSubject,
} from '@/emails/connection-failing';
import { renderMail } from '@/emails/render-mail';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';
import { database } from '@/server/db/client';
import { env } from '@/server/env';
import { type JobHandler } from '@/server/jobs/define-job';
import { logger } from '@/server/logger';
import { mailer } from '@/server/mailer/mailer';
import { toErrorCode } from './load-connections';
import { type tellFailingConnectionJob } from './tell-failing-connection';

/** Nothing is sent when the connection works again, was disconnected, or is no longer this person's. */
export const handle: JobHandler<z.infer<typeof tellFailingConnectionJob.schema>> = async ({ connectionId, userId }) => {
  const connection = await database().ticketingConnection.findFirst({
    where: {
      id: connectionId,
      disconnectedAt: null,
      consecutiveFailures: { gt: 0 },
      organization: { memberships: { some: { userId } } },
    },
    include: { organization: { select: { name: true } } },
  });
  const user = await database().user.findFirst({ where: { id: userId, banned: false } });
  if (!connection || !user) return;
  const props: ConnectionFailingProps = {
    firstname: user.firstname,
    organizationName: connection.organization.name,
    connectionLabel: connection.label,
    systemLabel: ticketingSystemLabels[connection.system],
    errorCode: toErrorCode(connection.lastErrorCode) ?? 'internal',
    lastSuccessAt: connection.lastSuccessAt,
    href: `${env().APP_BASE_URL}/structures/${connection.organizationId}/billetteries`,
  };
  const outcome = await mailer().send({
    to: user.email,
    subject: toConnectionFailingSubject(props),
    ...(await renderMail(createElement(ConnectionFailing, props))),
    messageId: toMessageId(connection, userId),
  });
  logger().info({ outcome: outcome.kind }, 'failing connection mail');
  // Only what surely did not leave is tried again.
  if (outcome.kind === 'not-sent') throw new Error(`The mail was not sent: ${outcome.reason}`);
};

/** The same for every attempt at telling this person about this series of failures. */
function toMessageId({ id, userToldAt }: { id: string; userToldAt: Date | null }, userId: string): string {
  return `<connection.${id}.${userId}.${userToldAt?.getTime() ?? 0}@${env().MAIL_FROM_DOMAIN}>`;
}
