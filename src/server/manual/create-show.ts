import 'server-only';
import type * as z from 'zod/mini';
import { recordAudit } from '@/server/audit/record';
import { toPersonName } from '@/server/declarations/to-person-name';
import { notify } from '@/server/realtime/notify';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { type Actor } from '@/server/trpc/context';
import { claimTypedShow } from './claim-typed-show';
import { type createShowInput, type createShowOutput } from './create-show.schema';
import { toPerformanceData } from './to-performance-data';

/** A show typed by hand, with its dates. The same form sent twice answers the show that the first one made. */
export async function createShow(
  actor: Actor,
  input: z.infer<typeof createShowInput>,
): Promise<z.infer<typeof createShowOutput>> {
  const { db, organizationId, user } = actor;
  const now = new Date();
  return db.$transaction(async (tx) => {
    const { seriesId, isNew } = await claimTypedShow(tx, { organizationId, key: input.key, name: input.name, now });
    if (!isNew) return { seriesId };
    await tx.performance.createMany({
      data: input.performances.map(({ key, performance }) => ({
        seriesId,
        remoteId: key,
        ...toPerformanceData(performance, now),
      })),
      skipDuplicates: true,
    });
    await refreshSeriesSummary(tx, seriesId);
    const by = toPersonName(user);
    await recordAudit(tx, {
      action: 'series.typed',
      organizationId,
      actor: { id: user.id, name: by },
      subject: seriesId,
      detail: { name: input.name, performances: input.performances.length },
    });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by });
    return { seriesId };
  });
}
