import 'server-only';
import type * as z from 'zod/mini';
import { type Database } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';
import { type Actor } from '@/server/trpc/context';
import { type SeriesPage, type SeriesRow, type listSeriesInput, seriesPageSize } from './list-series.schema';
import { declaredPerformance } from './declared-performances';
import { filterConditions, selectMatchingSeries, sortOrders } from './matching-series';

/** One page of the shows of a structure. Three queries, however many shows, performances and declarations there are. */
export async function listSeries(actor: Actor, input: z.infer<typeof listSeriesInput>): Promise<SeriesPage> {
  const matching = selectMatchingSeries(actor.organizationId, input.search, new Date());
  const counts = await countByFilter(actor.db, matching);
  const total = counts[input.filter];
  const pageCount = Math.max(1, Math.ceil(total / seriesPageSize));
  const page = Math.min(input.page, pageCount);
  const rows = await loadPage(actor.db, matching, { ...input, page });
  return { rows, total, page, pageCount, counts };
}

async function countByFilter(db: Database, matching: Prisma.Sql): Promise<SeriesPage['counts']> {
  const [row] = await db.$queryRaw<SeriesPage['counts'][]>`
    SELECT count(*)::int AS "all",
      count(*) FILTER (WHERE ${filterConditions['to-declare']})::int AS "to-declare",
      count(*) FILTER (WHERE ${filterConditions.upcoming})::int AS upcoming,
      count(*) FILTER (WHERE ${filterConditions.attention})::int AS attention,
      count(*) FILTER (WHERE ${filterConditions.declared})::int AS declared
    FROM (${matching}) AS matching`;
  return row ?? { all: 0, 'to-declare': 0, upcoming: 0, attention: 0, declared: 0 };
}

type PageRow = {
  id: string;
  name: string;
  firstStartAt: Date | null;
  lastEndAt: Date | null;
  performances: number;
  gone: number;
  tickets: bigint;
  cents: bigint;
};

async function loadPage(
  db: Database,
  matching: Prisma.Sql,
  { filter, sort, page }: Pick<z.infer<typeof listSeriesInput>, 'filter' | 'sort' | 'page'>,
): Promise<SeriesRow[]> {
  const rows = await db.$queryRaw<PageRow[]>`
    WITH page AS (
      SELECT id, name, "searchText", "firstStartAt", "lastEndAt" FROM (${matching}) AS matching
      WHERE ${filterConditions[filter]} ORDER BY ${sortOrders[sort]}
      LIMIT ${seriesPageSize} OFFSET ${(page - 1) * seriesPageSize}
    )
    SELECT page.id, page.name, page."firstStartAt", page."lastEndAt", declared.*
    FROM page CROSS JOIN LATERAL (
      SELECT count(*) FILTER (WHERE is_declared)::int AS performances,
        count(*) FILTER (WHERE NOT is_declared)::int AS gone,
        coalesce(sum(coalesce("correctedPaidTickets", "importedPaidTickets")
          + coalesce("correctedFreeTickets", "importedFreeTickets")) FILTER (WHERE is_declared), 0)::bigint AS tickets,
        coalesce(sum(coalesce("correctedIncludingCents", "importedIncludingCents")) FILTER (WHERE is_declared), 0)::bigint AS cents
      FROM (SELECT *, ${declaredPerformance} AS is_declared FROM "Performance" WHERE "seriesId" = page.id) AS performance
    ) AS declared
    ORDER BY ${sortOrders[sort]}`;
  const declarations = await db.declaration.findMany({
    where: { seriesId: { in: rows.map(({ id }) => id) } },
    select: { seriesId: true, organism: true, state: true, dueAt: true, changedSince: true },
    orderBy: { organism: 'asc' },
  });
  const bySeries = Map.groupBy(declarations, ({ seriesId }) => seriesId);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    startAt: row.firstStartAt?.toISOString() ?? null,
    endAt: row.lastEndAt?.toISOString() ?? null,
    performances: row.performances,
    gonePerformances: row.gone,
    tickets: Number(row.tickets),
    includingTaxesCents: Number(row.cents),
    declarations: (bySeries.get(row.id) ?? []).map(({ organism, state, dueAt, changedSince }) => ({
      organism,
      state,
      dueAt: dueAt?.toISOString() ?? null,
      changed: changedSince !== null,
    })),
  }));
}
