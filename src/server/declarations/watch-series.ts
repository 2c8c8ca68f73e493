import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { listen } from '@/server/realtime/listen';
import { type Actor } from '@/server/trpc/context';
import { type seriesScope } from './get-declaration.schema';

/** The version of a show, now and after each change, with the name of who changed it (null for the ticketing or a worker). */
export async function* watchSeries(
  { db, organizationId }: Actor,
  { seriesId }: z.infer<typeof seriesScope>,
  signal?: AbortSignal,
): AsyncGenerator<{ version: number; by: string | null }> {
  for await (const notice of listen(organizationId, signal)) {
    const concerns = notice.kind === 'gap' || (notice.kind === 'series' && notice.id === seriesId);
    if (!concerns) continue;
    const series = await db.series.findFirst({ where: { id: seriesId, organizationId }, select: { version: true } });
    if (!series) throw new AppError('not-found');
    yield { version: series.version, by: notice.kind === 'series' ? notice.by : null };
  }
}
