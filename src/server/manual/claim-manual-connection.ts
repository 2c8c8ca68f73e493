import 'server-only';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';
import { type Transaction } from '@/server/db/client';
import { notify } from '@/server/realtime/notify';

/** The account of what people type: one per structure. */
export const manualAccount = 'manual';

/** The connection of what a structure types by hand, made at its first use; marked as just used. */
export async function claimManualConnection(tx: Transaction, organizationId: string, now: Date): Promise<string> {
  const identity = { organizationId, system: 'manual', remoteAccount: manualAccount } as const;
  await tx.ticketingConnection.createMany({
    data: [{ ...identity, label: ticketingSystemLabels.manual }],
    skipDuplicates: true,
  });
  const { id } = await tx.ticketingConnection.update({
    where: { organizationId_system_remoteAccount: identity },
    data: { lastSuccessAt: now, disconnectedAt: null },
    select: { id: true },
  });
  await notify(tx, { kind: 'connection', organizationId, id });
  return id;
}
