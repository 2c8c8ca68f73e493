import 'server-only';
import { AppError } from '@/domain/errors';
import { type Organism } from '@/domain/organism';
import { type Transaction } from '@/server/db/client';
import { receivedSendings } from '@/server/declarations/load-series';

type Scope = { readonly organizationId: string; readonly seriesId: string; readonly organism: Organism };

/**
 * Locks a show, then one of its declarations, until the end of the transaction: the order of a save and of a transmission. With
 * its submissions, the last one first. `not-found` when it is not theirs.
 */
export async function takeDeclaration(tx: Transaction, { organizationId, seriesId, organism }: Scope) {
  await tx.$queryRaw`
    SELECT id FROM "Series" WHERE id = ${seriesId}::uuid AND "organizationId" = ${organizationId}::uuid FOR UPDATE`;
  await tx.$queryRaw`
    SELECT id FROM "Declaration" WHERE "seriesId" = ${seriesId}::uuid AND organism = ${organism}::"Organism" FOR UPDATE`;
  const found = await tx.declaration.findFirst({
    where: { seriesId, organism, series: { organizationId } },
    include: {
      submissions: { select: { number: true, state: true, steps: receivedSendings }, orderBy: { number: 'desc' } },
    },
  });
  if (!found) throw new AppError('not-found');
  return found;
}
