import 'server-only';
import { isReceived } from '@/domain/declaration/received';
import { type Transaction } from '@/server/db/client';
import { Prisma } from '@/server/db/generated/client';
import { refreshChanges } from '@/server/declarations/refresh-changes';

/**
 * After a submission moved: what was received is compared with today's figures again, and once it is received the form that was
 * kept before a correction serves no more.
 */
export async function closeCorrection(tx: Transaction, submissionId: string): Promise<void> {
  const { state, organizationId, declaration } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { state: true, organizationId: true, declaration: { select: { seriesId: true } } },
  });
  const { seriesId } = declaration;
  if (isReceived(state)) {
    await tx.series.updateMany({
      where: { id: seriesId, organizationId, beforeCorrection: { not: Prisma.AnyNull } },
      data: { beforeCorrection: Prisma.DbNull },
    });
  }
  await refreshChanges(tx, { organizationId, seriesId });
}
