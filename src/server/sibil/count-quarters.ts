import 'server-only';
import { parseQuarterKey, quarterDeadline, nextQuarter, startOfQuarter } from '@/domain/quarter';
import { deadlineSources } from '@/i18n/labels';
import { type Database } from '@/server/db/client';
import { type DeclarationState } from '@/server/db/generated/client';
import { declaredPerformance } from '@/server/series/declared-performances';
import { type QuarterRow } from './quarter.schema';

type Counted = { readonly period: string; readonly performances: number; readonly state: DeclarationState | null };

/**
 * Quarters (Paris time) with something to declare, or declared already, the latest first, in one query. `from` (included) and
 * `until` (excluded) bound the starts of performances.
 */
export async function countQuarters(
  db: Database,
  { organizationId, from, until, now }: { organizationId: string; from: Date; until: Date; now: Date },
): Promise<QuarterRow[]> {
  const rows = await db.$queryRaw<Counted[]>`
    SELECT played.period, played.performances, declaration.state
    FROM (
      SELECT to_char("startAt" AT TIME ZONE 'Europe/Paris', 'YYYY-"T"Q') AS period, count(*)::int AS performances
      FROM "Performance" JOIN "Series" AS series ON series.id = "seriesId"
      WHERE series."organizationId" = ${organizationId}::uuid AND "startAt" >= ${from} AND "startAt" < ${until}
        AND ${declaredPerformance}
      GROUP BY 1
    ) AS played
    LEFT JOIN "Declaration" AS declaration ON declaration."organizationId" = ${organizationId}::uuid
      AND declaration.organism = 'SIBIL' AND declaration.period = played.period
    ORDER BY played.period DESC`;
  return rows.flatMap(({ period, performances, state }) => {
    const quarter = parseQuarterKey(period);
    if (!quarter) return [];
    const { dueAt, rule } = quarterDeadline(quarter);
    return {
      period,
      performances,
      state: state ?? 'draft',
      dueAt: dueAt.toISOString(),
      dueSource: deadlineSources[rule],
      isOver: now >= startOfQuarter(nextQuarter(quarter)),
    };
  });
}
