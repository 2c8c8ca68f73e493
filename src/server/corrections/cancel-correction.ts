import 'server-only';
import type * as z from 'zod/mini';
import { isFormLocked } from '@/domain/declaration/lock';
import { isReceived } from '@/domain/declaration/received';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { Prisma } from '@/server/db/generated/client';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { canGiveUp } from './can-give-up';
import { type cancelCorrectionInput } from './correction.schema';
import { loadSeries } from '@/server/declarations/load-series';
import { canRestore, restoreDraft } from './restore-draft';
import { refreshChanges } from './refresh-changes';
import { takeDeclaration } from './take-declaration';
import { toPersonName } from '@/server/declarations/to-person-name';

/**
 * Gives up a correction that did not leave, or that was refused: the last submission received holds, as before. The form stays
 * as it was edited, unless the person wants it back as it was.
 */
export async function cancelCorrection(
  { db, organizationId, user }: Actor,
  { seriesId, organism, restore }: z.infer<typeof cancelCorrectionInput>,
): Promise<void> {
  const by = toPersonName(user);
  await db.$transaction(async (tx) => {
    const declaration = await takeDeclaration(tx, { organizationId, seriesId, organism });
    const received = declaration.submissions.find(({ state }) => isReceived(state));
    const isCorrecting = declaration.correctingSince !== null || canGiveUp(declaration);
    if (!received || !isCorrecting) throw new AppError('stale-version', 'nothing is being corrected');
    const loaded = await loadSeries(tx, { organizationId, seriesId });
    if (restore) {
      if (!canRestore(loaded, organism)) throw new AppError('stale-version', 'the form cannot be put back');
      await restoreDraft(tx, loaded);
    }
    await tx.declaration.update({
      where: { id: declaration.id },
      data: { state: received.state, correctingSince: null, correctingBy: null },
    });
    const after = loaded.declarations.map((row) =>
      row.id === declaration.id ? { state: received.state, correctingSince: null } : row,
    );
    await tx.series.update({
      where: { id: seriesId },
      data: { version: { increment: 1 }, ...(isFormLocked(after) && { beforeCorrection: Prisma.DbNull }) },
    });
    await refreshChanges(tx, { organizationId, seriesId });
    await recordAudit(tx, {
      action: 'declaration.correction-cancelled',
      organizationId,
      actor: { id: user.id, name: by },
      subject: seriesId,
      detail: { organism, restored: restore },
    });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by: null });
  });
}
