import 'server-only';
import type * as z from 'zod/mini';
import { formatPeriod } from '@/i18n/format-quarter';
import { type Actor } from '@/server/trpc/context';
import { type listSubmissionsInput, type listSubmissionsOutput } from './list-submissions.schema';

const pageSize = 50;

/** Submissions of the structure, the last one first; three queries whatever their number. */
export async function listSubmissions(
  { db, organizationId }: Actor,
  { organism, state, seriesId, page }: z.infer<typeof listSubmissionsInput>,
): Promise<z.infer<typeof listSubmissionsOutput>> {
  const where = { organizationId, organism, state, ...(seriesId !== undefined && { declaration: { seriesId } }) };
  const [total, rows] = await Promise.all([
    db.submission.count({ where }),
    db.submission.findMany({
      where,
      select: {
        id: true,
        organism: true,
        number: true,
        state: true,
        recipient: true,
        authorName: true,
        createdAt: true,
        declaration: { select: { seriesId: true, period: true, series: { select: { name: true } } } },
      },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    }),
  ]);
  return {
    rows: rows.map(({ declaration, createdAt, ...row }) => ({
      ...row,
      seriesId: declaration.seriesId,
      seriesName: declaration.series?.name ?? formatPeriod(declaration.period ?? ''),
      createdAt: createdAt.toISOString(),
    })),
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / pageSize)),
  };
}
