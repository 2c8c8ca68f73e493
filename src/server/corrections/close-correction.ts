import 'server-only';
import { isReceived } from '@/domain/declaration/received';
import { type Transaction } from '@/server/db/client';
import { Prisma } from '@/server/db/generated/client';
import { refreshChanges } from './refresh-changes';

/**
 * Holds the show of a submission until the end of the transaction. After the submission and before its declaration: the order of
 * everything that moves both.
 */
export async function lockShow(tx: Transaction, submissionId: string): Promise<void> {
  await tx.$queryRaw`
    SELECT "Series".id FROM "Series"
    JOIN "Declaration" ON "Declaration"."seriesId" = "Series".id
    JOIN "Submission" ON "Submission"."declarationId" = "Declaration".id
    WHERE "Submission".id = ${submissionId}::uuid FOR NO KEY UPDATE OF "Series"`;
}

/**
 * After a submission moved: what was received is compared with today's figures again, and once it is received the form that was
 * kept before a correction serves no more, unless another organism's is being corrected. Its show is held (`lockShow`).
 */
export async function closeCorrection(tx: Transaction, submissionId: string): Promise<void> {
  const { state, organizationId, declarationId, declaration } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { state: true, organizationId: true, declarationId: true, declaration: { select: { seriesId: true } } },
  });
  const { seriesId } = declaration;
  if (seriesId === null) return;
  // It came back or was refused while somebody corrected it: the form is open again without that.
  if (!isReceived(state)) {
    await tx.declaration.updateMany({
      where: { id: declarationId, correctingSince: { not: null } },
      data: { correctingSince: null, correctingBy: null },
    });
  }
  if (isReceived(state)) {
    await tx.series.updateMany({
      where: {
        id: seriesId,
        organizationId,
        beforeCorrection: { not: Prisma.AnyNull },
        declarations: { none: { correctingSince: { not: null } } },
      },
      data: { beforeCorrection: Prisma.DbNull },
    });
  }
  await refreshChanges(tx, { organizationId, seriesId });
}
