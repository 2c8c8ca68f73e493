import 'server-only';
import type * as z from 'zod/mini';
import { isReceived } from '@/domain/declaration/received';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { notify } from '@/server/realtime/notify';
import { loadPastSubmissions } from './load-past-submissions';
import { type Actor } from '@/server/trpc/context';
import { compareWithToday } from './compare-with-today';
import { type keepChangeInput } from './correction.schema';
import { loadSeries } from '@/server/declarations/load-series';
import { takeDeclaration } from './take-declaration';
import { toPersonName } from '@/server/declarations/to-person-name';

/** A person says that a difference since the submission is meant: it is not told again, another one will be. */
export async function keepChange(
  { db, organizationId, user }: Actor,
  { seriesId, organism, fingerprint }: z.infer<typeof keepChangeInput>,
): Promise<void> {
  const by = toPersonName(user);
  await db.$transaction(async (tx) => {
    const declaration = await takeDeclaration(tx, { organizationId, seriesId, organism });
    if (declaration.keptChange === fingerprint) return;
    const { draft } = await loadSeries(tx, { organizationId, seriesId });
    const past = await loadPastSubmissions(tx, [declaration.id]);
    const change = isReceived(declaration.state) ? compareWithToday(organism, past, draft) : null;
    if (change?.fingerprint !== fingerprint) throw new AppError('stale-version', 'another difference by now');
    await tx.declaration.update({
      where: { id: declaration.id },
      data: { keptChange: fingerprint, changedSince: null },
    });
    await recordAudit(tx, {
      action: 'declaration.change-kept',
      organizationId,
      actor: { id: user.id, name: by },
      subject: seriesId,
      detail: { organism, fingerprint },
    });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by: null });
  });
}
