import 'server-only';
import type * as z from 'zod/mini';
import { pickRepeatedAnswers } from '@/domain/declaration/repeated-answers';
import { isSeriesOrganism } from '@/domain/organism';
import { recordAudit } from '@/server/audit/record';
import { loadSeries } from '@/server/declarations/load-series';
import { listVenueIds } from '@/server/declarations/store-venues';
import { toPersonName } from '@/server/declarations/to-person-name';
import { writeSeries } from '@/server/declarations/write-series';
import { notify } from '@/server/realtime/notify';
import { refreshDueDates } from '@/server/series/refresh-due-dates';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { type Actor } from '@/server/trpc/context';
import { claimTypedShow } from './claim-typed-show';
import { type repeatShowInput, type repeatShowOutput } from './repeat-show.schema';
import { toPerformanceData } from './to-performance-data';

const noFigures = { includingTaxesCents: 0, excludingTaxesCents: 0, paidTickets: 0, freeTickets: 0 } as const;

/**
 * A show typed by hand that takes over the answers and the organisms of a past one, with the dates that the person confirmed and no
 * figure; expenses only when the person says so. The same request sent twice answers the show that the first one made.
 */
export async function repeatShow(
  actor: Actor,
  input: z.infer<typeof repeatShowInput>,
): Promise<z.infer<typeof repeatShowOutput>> {
  const { db, organizationId, user } = actor;
  const now = new Date();
  return db.$transaction(async (tx) => {
    const { row, draft, declarations } = await loadSeries(tx, { organizationId, seriesId: input.seriesId });
    const { seriesId, isNew } = await claimTypedShow(tx, { organizationId, key: input.key, name: input.name, now });
    if (!isNew) return { seriesId };
    const answers = pickRepeatedAnswers(draft.series);
    const patch = { ...answers, ...(input.withExpenses && { expenses: draft.series.expenses }) };
    await writeSeries(tx, seriesId, patch, listVenueIds(row));
    await tx.series.update({ where: { id: seriesId }, data: { repeatedFromId: row.id } });
    await tx.performance.createMany({
      data: input.starts.map(({ key, startAt }) => ({
        seriesId,
        remoteId: key,
        ...toPerformanceData({ ...noFigures, startAt, taxRateBp: answers.taxRateBp }, now),
      })),
      skipDuplicates: true,
    });
    const organisms = declarations.map(({ organism }) => organism).filter(isSeriesOrganism);
    await tx.declaration.createMany({ data: organisms.map((organism) => ({ seriesId, organism })) });
    await refreshSeriesSummary(tx, seriesId);
    await refreshDueDates(tx, seriesId);
    const by = toPersonName(user);
    await recordAudit(tx, {
      action: 'series.repeated',
      organizationId,
      actor: { id: user.id, name: by },
      subject: seriesId,
      detail: { name: input.name, from: row.id, performances: input.starts.length, expenses: input.withExpenses },
    });
    await notify(tx, { kind: 'series', organizationId, id: seriesId, by });
    return { seriesId };
  });
}
