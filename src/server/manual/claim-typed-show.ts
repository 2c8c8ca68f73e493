import 'server-only';
import { type Transaction } from '@/server/db/client';
import { toSearchText } from '@/server/series/to-search-text';
import { claimManualConnection, manualAccount } from './claim-manual-connection';

export type ClaimedShow = { readonly seriesId: string; readonly isNew: boolean };

/** A show typed by hand under the key that the browser chose: made once, however many times it is asked for. */
export async function claimTypedShow(
  tx: Transaction,
  { organizationId, key, name, now }: { organizationId: string; key: string; name: string; now: Date },
): Promise<ClaimedShow> {
  const connectionId = await claimManualConnection(tx, organizationId, now);
  const identity = { organizationId, system: 'manual', remoteAccount: manualAccount, remoteId: key } as const;
  const [created] = await tx.series.createManyAndReturn({
    data: [{ ...identity, connectionId, name, searchText: toSearchText(name), figuresChangedAt: now }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (created) return { seriesId: created.id, isNew: true };
  const known = await tx.series.findUniqueOrThrow({
    where: { organizationId_system_remoteAccount_remoteId: identity },
    select: { id: true },
  });
  return { seriesId: known.id, isNew: false };
}
