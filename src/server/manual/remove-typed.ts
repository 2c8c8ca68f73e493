import 'server-only';
import { randomUUID } from 'node:crypto';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { markFiguresMoved } from '@/server/series/mark-figures-moved';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { takeVersion } from '@/server/series/take-version';
import { type Actor } from '@/server/trpc/context';
import { loadTypedShow } from './load-typed-show';
import { type removeTypedInput, type removeTypedOutput } from './remove-typed.schema';

/**
 * Removes performances that were typed, or their whole show. Refused once an organism has received something of it; a show that was sent,
 * even in vain, stays for its trace. What is removed can be taken back until retention.ts erases it.
 */
export async function removeTyped(
  actor: Actor,
  input: z.infer<typeof removeTypedInput>,
): Promise<z.infer<typeof removeTypedOutput>> {
  const { db, organizationId, user } = actor;
  const { seriesId, performanceIds } = input;
  const by = toPersonName(user);
  return db.$transaction(async (tx) => {
    await takeVersion(tx, { organizationId, seriesId, version: input.version });
    const { series, declared, sent } = await loadTypedShow(tx, { organizationId, seriesId });
    if (declared || (performanceIds === null && sent)) throw new AppError('declaration-locked');
    const ids = performanceIds ?? series.performances.map(({ id }) => id);
    const id = randomUUID();
    await tx.$executeRaw`
      INSERT INTO "Removal" (id, "organizationId", "seriesId", content)
      SELECT ${id}::uuid, ${organizationId}::uuid, ${seriesId}::uuid, jsonb_build_object(
        'series', (SELECT to_jsonb(series) FROM "Series" AS series WHERE series.id = ${seriesId}::uuid AND ${performanceIds === null}),
        'performances', (SELECT coalesce(jsonb_agg(performance), '[]') FROM "Performance" AS performance
          WHERE performance."seriesId" = ${seriesId}::uuid AND performance.id = ANY(${ids}::uuid[])),
        'declarations', (SELECT coalesce(jsonb_agg(declaration), '[]') FROM "Declaration" AS declaration
          WHERE declaration."seriesId" = ${seriesId}::uuid AND ${performanceIds === null}),
        'attachments', (SELECT coalesce(jsonb_agg(attachment.id), '[]') FROM "Attachment" AS attachment
          WHERE attachment."seriesId" = ${seriesId}::uuid AND attachment."removedAt" IS NULL AND ${performanceIds === null}))`;
    if (performanceIds === null) {
      await tx.attachment.updateMany({ where: { seriesId, removedAt: null }, data: { removedAt: new Date() } });
      await tx.series.delete({ where: { id: seriesId } });
    } else {
      await tx.performance.deleteMany({ where: { seriesId, id: { in: ids } } });
      await refreshSeriesSummary(tx, seriesId);
      if (ids.length > 0) await markFiguresMoved(tx, seriesId, new Date());
    }
    await recordAudit(tx, {
      action: 'series.removed',
      organizationId,
      actor: { id: user.id, name: by },
      subject: seriesId,
      detail: { name: series.name, whole: performanceIds === null, performances: ids.length },
    });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by });
    return { removalId: id };
  });
}
