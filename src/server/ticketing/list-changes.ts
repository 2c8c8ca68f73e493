import 'server-only';
import * as z from 'zod/mini';
import { changeKinds } from '@/domain/ticketing/changes';
import { AppError } from '@/domain/errors';
import { type Actor } from '@/server/trpc/context';
import { type ChangesPage, changedFiguresSchema, changesPageSize, type listChangesInput } from './list-changes.schema';

const figuresSchema = z.nullable(changedFiguresSchema);

/** What one run changed, in the order it was read: three queries, however many changes there are. */
export async function listChanges(
  { db, organizationId }: Actor,
  { runId, page }: z.infer<typeof listChangesInput>,
): Promise<ChangesPage> {
  const run = await db.synchronizationRun.findFirst({
    where: { id: runId, connection: { organizationId } },
    select: { _count: { select: { changes: true } } },
  });
  if (!run) throw new AppError('not-found');
  const total = run._count.changes;
  const rows = await db.synchronizationChange.findMany({
    where: { runId },
    include: { series: { select: { name: true } } },
    orderBy: { id: 'asc' },
    skip: (page - 1) * changesPageSize,
    take: changesPageSize,
  });
  return {
    rows: rows.flatMap(({ id, seriesId, series, startAt, startAtBefore, performances, before, after, ...row }) => {
      // A kind of a later release, met by an older process while both run.
      const kind = changeKinds.find((known) => known === row.kind);
      if (!kind) return [];
      return {
        id: String(id),
        seriesId,
        seriesName: series.name,
        kind,
        startAt: startAt?.toISOString() ?? null,
        startAtBefore: startAtBefore?.toISOString() ?? null,
        performances,
        before: figuresSchema.parse(before),
        after: figuresSchema.parse(after),
      };
    }),
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / changesPageSize)),
  };
}
