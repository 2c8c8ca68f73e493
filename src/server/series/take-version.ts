import 'server-only';
import { AppError } from '@/domain/errors';
import { type Transaction } from '@/server/db/client';

/**
 * Raises the version of a show if it is still the one the person saw; the row stays locked until the end of the transaction, so
 * that two saves run one after the other. `stale-version` when somebody saved in between, `not-found` for what is not theirs.
 */
export async function takeVersion(
  tx: Transaction,
  { organizationId, seriesId, version }: { organizationId: string; seriesId: string; version: number },
): Promise<void> {
  const { count } = await tx.series.updateMany({
    where: { id: seriesId, organizationId, version },
    data: { version: { increment: 1 } },
  });
  if (count === 1) return;
  const known = await tx.series.count({ where: { id: seriesId, organizationId } });
  throw new AppError(known === 1 ? 'stale-version' : 'not-found');
}
