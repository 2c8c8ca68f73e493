import 'server-only';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { notify } from '@/server/realtime/notify';
import { tellNotTransmittedJob } from './tell-not-transmitted';

/** Why an automatic transmission ended without leaving; `person`: somebody stopped it. */
export const stopReasons = ['person', 'figures', 'incomplete', 'warnings', 'state', 'deadline', 'rights'] as const;
export type StopReason = (typeof stopReasons)[number];

const author = { id: null, name: 'Envoi automatique' };

/** Ends what was announced and must not leave by itself, and tells every member. Nothing when it had left, or was stopped. */
export async function giveUpAutomatic(
  tx: Transaction,
  declarationId: string,
  reason: StopReason,
  now: Date,
): Promise<void> {
  const { count } = await tx.automaticTransmission.updateMany({
    where: { declarationId, sentAt: null, stoppedAt: null },
    data: { stoppedAt: now, stopReason: reason },
  });
  if (count === 0) return;
  const { organism, series } = await tx.declaration.findUniqueOrThrow({
    where: { id: declarationId },
    select: {
      organism: true,
      series: {
        select: {
          id: true,
          organizationId: true,
          organization: { select: { memberships: { select: { userId: true } } } },
        },
      },
    },
  });
  if (!series) return;
  const { id: seriesId, organizationId } = series;
  await recordAudit(tx, {
    action: 'automatic.given-up',
    organizationId,
    actor: author,
    subject: seriesId,
    detail: { organism, reason },
  });
  // Sent by hand meanwhile: there is nothing left to do about it.
  if (reason !== 'state') {
    for (const { userId } of series.organization.memberships) {
      await enqueue(tx, tellNotTransmittedJob, { declarationId, userId });
    }
  }
  await notify(tx, { kind: 'series', organizationId, id: seriesId, by: null });
}
