import 'server-only';
import { isFormLocked } from '@/domain/declaration/lock';
import { AppError } from '@/domain/errors';
import { type Transaction } from '@/server/db/client';

/**
 * Holds a show until the end of the transaction, so that its documents do not move while it is transmitted, nor the reverse.
 * `not-found` for one that is not theirs, `declaration-locked` while its form is closed.
 */
export async function lockSeries(
  tx: Transaction,
  { organizationId, seriesId }: { readonly organizationId: string; readonly seriesId: string },
): Promise<void> {
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT id FROM "Series" WHERE id = ${seriesId}::uuid AND "organizationId" = ${organizationId}::uuid FOR NO KEY UPDATE`;
  if (rows.length === 0) throw new AppError('not-found');
  const declarations = await tx.declaration.findMany({
    where: { seriesId },
    select: { state: true, correctingSince: true },
  });
  if (isFormLocked(declarations)) throw new AppError('declaration-locked');
}
