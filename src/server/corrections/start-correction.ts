import 'server-only';
import type * as z from 'zod/mini';
import { isFormLocked, isInFlight } from '@/domain/declaration/lock';
import { isReceived } from '@/domain/declaration/received';
import { canCorrect } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { type startCorrectionInput } from './correction.schema';
import { loadSeries } from '@/server/declarations/load-series';
import { refreshChanges } from './refresh-changes';
import { takeDeclaration } from './take-declaration';
import { toPersonName } from '@/server/declarations/to-person-name';

/**
 * Opens the form again to correct what an organism received; what it received stays frozen, and its state. The form as it was
 * is kept when it was closed until now, so that giving up can put it back.
 */
export async function startCorrection(
  { db, organizationId, user }: Actor,
  { seriesId, organism, submissionNumber }: z.infer<typeof startCorrectionInput>,
): Promise<void> {
  const by = toPersonName(user);
  await db.$transaction(async (tx) => {
    const declaration = await takeDeclaration(tx, { organizationId, seriesId, organism });
    if (isInFlight(declaration.state)) throw new AppError('already-being-sent', declaration.state, { organism });
    if (!canCorrect(declaration.state)) throw new AppError('stale-version', 'nothing was received');
    const held = declaration.submissions.find((submission) => isReceived(submission.state));
    if (held?.number !== submissionNumber) throw new AppError('stale-version', 'another one was received since');
    if (declaration.correctingSince !== null) return;
    const { draft, declarations } = await loadSeries(tx, { organizationId, seriesId });
    if (declarations.some(({ state }) => isInFlight(state))) {
      throw new AppError('already-being-sent', 'another organism is being sent to', { organism });
    }
    if (isFormLocked(declarations)) {
      await tx.series.update({ where: { id: seriesId }, data: { beforeCorrection: draft } });
    }
    await tx.declaration.update({
      where: { id: declaration.id },
      data: { correctingSince: new Date(), correctingBy: by },
    });
    await refreshChanges(tx, { organizationId, seriesId });
    await recordAudit(tx, {
      action: 'declaration.correction-started',
      organizationId,
      actor: { id: user.id, name: by },
      subject: seriesId,
      detail: { organism, submission: submissionNumber },
    });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by: null });
  });
}
