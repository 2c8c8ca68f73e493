import 'server-only';
import { type Transaction } from '@/server/db/client';
import { declaredPerformance } from './declared-performances';
import { refreshDueDates } from './refresh-due-dates';

/**
 * Keeps what lists sort and filter on: first start, last start and last end (else last start) of the performances that are declared
 * (not those gone at the vendor that nobody keeps). Null when there is none. Deadlines of the declarations that can
 * still be sent follow. Call it in the transaction that changes performances.
 */
export async function refreshSeriesSummary(tx: Transaction, seriesId: string): Promise<void> {
  const changed = await tx.$executeRaw`
    UPDATE "Series" SET "firstStartAt" = summary.first_start, "lastStartAt" = summary.last_start, "lastEndAt" = summary.last_end
    FROM (
      SELECT min("startAt") AS first_start, max("startAt") AS last_start, max(coalesce("endAt", "startAt")) AS last_end
      FROM "Performance" WHERE "seriesId" = ${seriesId}::uuid AND ${declaredPerformance}
    ) AS summary
    WHERE id = ${seriesId}::uuid
      AND ("firstStartAt", "lastStartAt", "lastEndAt")
        IS DISTINCT FROM (summary.first_start, summary.last_start, summary.last_end)`;
  if (changed > 0) await refreshDueDates(tx, seriesId);
}
