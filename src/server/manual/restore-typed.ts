import 'server-only';
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
import { type restoreTypedInput, type restoreTypedOutput } from './remove-typed.schema';

/**
 * Puts back what was removed, corrections and answers included. Asked twice, the second finds nothing left (`not-found`). A venue that
 * nothing used any more is gone: its place is left empty.
 */
export async function restoreTyped(
  actor: Actor,
  { removalId }: z.infer<typeof restoreTypedInput>,
): Promise<z.infer<typeof restoreTypedOutput>> {
  const { db, organizationId, user } = actor;
  const by = toPersonName(user);
  return db.$transaction(async (tx) => {
    const [removal] = await tx.$queryRaw<{ seriesId: string; content: string; whole: boolean }[]>`
      DELETE FROM "Removal" WHERE id = ${removalId}::uuid AND "organizationId" = ${organizationId}::uuid
      RETURNING "seriesId", content::text AS content, content->'series' <> 'null'::jsonb AS whole`;
    if (!removal) throw new AppError('not-found');
    const { seriesId, content, whole } = removal;
    if (whole) {
      await tx.$executeRaw`
        INSERT INTO "Series" SELECT (jsonb_populate_record(NULL::"Series", stored.row || jsonb_build_object(
          'venueId', (SELECT id FROM "Venue" WHERE id = (stored.row->>'venueId')::uuid),
          'repeatedFromId', (SELECT id FROM "Series" WHERE id = (stored.row->>'repeatedFromId')::uuid),
          'figuresChangedAt', now(),
          'version', (stored.row->>'version')::int + 1))).*
        FROM (SELECT ${content}::jsonb->'series' AS row) AS stored`;
      await tx.$executeRaw`
        INSERT INTO "Declaration" SELECT (jsonb_populate_recordset(NULL::"Declaration", ${content}::jsonb->'declarations')).*`;
      await tx.$executeRaw`
        UPDATE "Attachment" SET "seriesId" = ${seriesId}::uuid, "removedAt" = NULL, "updatedAt" = now()
        WHERE "organizationId" = ${organizationId}::uuid AND id::text IN (
          SELECT jsonb_array_elements_text(coalesce(${content}::jsonb->'attachments', '[]')))`;
    } else {
      const { series, locked } = await loadTypedShow(tx, { organizationId, seriesId });
      if (locked) throw new AppError('declaration-locked');
      await takeVersion(tx, { organizationId, seriesId, version: series.version });
    }
    await tx.$executeRaw`
      INSERT INTO "Performance" SELECT (jsonb_populate_record(NULL::"Performance", row || jsonb_build_object(
        'venueId', (SELECT id FROM "Venue" WHERE id = (row->>'venueId')::uuid)))).*
      FROM jsonb_array_elements(${content}::jsonb->'performances') AS row`;
    await refreshSeriesSummary(tx, seriesId);
    await markFiguresMoved(tx, seriesId, new Date());
    await recordAudit(tx, {
      action: 'series.restored',
      organizationId,
      actor: { id: user.id, name: by },
      subject: seriesId,
    });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by });
    return { seriesId };
  });
}
