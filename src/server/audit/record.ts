import 'server-only';
import { type Prisma } from '@/server/db/generated/client';
import { type Transaction } from '@/server/db/client';

/** What people and workers did, as the journal of a structure tells it. Never a key, never a document. */
export const auditActions = [
  'user.signed-up',
  'organization.created',
  'organization.identifiers-changed',
  'connection.created',
  'connection.resumed',
  'connection.credentials-replaced',
  'connection.disconnected',
  'api-key.created',
  'api-key.revoked',
  'synchronization.succeeded',
  'synchronization.failed',
  'import.confirmed',
  'series.typed',
  'series.repeated',
  'series.changed',
  'series.removed',
  'series.restored',
  'attachment.added',
  'attachment.removed',
  'attachment.restored',
  'venue.kind-given',
  'declaration.organisms-chosen',
  'declaration.figures-corrected',
  'declaration.correction-started',
  'declaration.correction-cancelled',
  'declaration.change-kept',
  'automatic.allowed',
  'automatic.stopped',
  'automatic.given-up',
  'automatic.sent',
  'submission.created',
  'submission.sent',
  'submission.accepted',
  'submission.refused',
  'submission.failed',
  'submission.unknown',
  'submission.resolved',
  'submission.retried',
  'submission.documents-sent',
  'submission.documents-failed',
  'submission.documents-retried',
  'export.asked',
  'agencies.synchronized',
  'admin.created',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** Written in the transaction of what it tells, if it changes something; `subject` is the id of the thing concerned. */
export async function recordAudit(
  tx: Transaction,
  event: {
    action: AuditAction;
    organizationId: string | null;
    actor: { id: string | null; name: string };
    subject: string;
    detail?: Prisma.InputJsonObject;
  },
): Promise<void> {
  await tx.auditEvent.create({
    data: {
      action: event.action,
      organizationId: event.organizationId,
      actorId: event.actor.id,
      actorName: event.actor.name,
      subject: event.subject,
      detail: event.detail ?? {},
    },
  });
}
