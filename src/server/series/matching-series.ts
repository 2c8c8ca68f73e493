import 'server-only';
import { Prisma } from '@/server/db/generated/client';
import { type ListSeriesInput } from './list-series.schema';
import { toSearchText } from './to-search-text';

/**
 * The shows of a structure that match a search, as a query of one row each with what the filters look at. Words are looked
 * for anywhere in the title, in any order, all of them.
 */
export function selectMatchingSeries(organizationId: string, search: string, now: Date): Prisma.Sql {
  const words = toSearchText(search).split(' ').filter(Boolean);
  const conditions = words.map((word) => Prisma.sql`AND series."searchText" LIKE ${`%${escapeLike(word)}%`}`);
  return Prisma.sql`
    SELECT series.id, series.name, series."searchText", series."firstStartAt", series."lastEndAt",
      coalesce(series."lastEndAt" < ${now}, false) AS over,
      coalesce(series."lastEndAt" >= ${now}, false) AS upcoming,
      count(declaration.id) > 0 AS chosen,
      coalesce(bool_or(declaration.state IN ('draft', 'refused', 'failed')), false) AS unsent,
      coalesce(bool_or(declaration.state IN ('refused', 'failed', 'unknown')), false) AS troubled,
      coalesce(bool_or(declaration."changedSince" IS NOT NULL OR declaration."correctingSince" IS NOT NULL), false) AS reopened,
      coalesce(bool_and(declaration.state IN ('sent', 'accepted')), false) AS settled
    FROM "Series" AS series LEFT JOIN "Declaration" AS declaration ON declaration."seriesId" = series.id
    WHERE series."organizationId" = ${organizationId}::uuid ${Prisma.join(conditions.length > 0 ? conditions : [Prisma.empty], ' ')}
    GROUP BY series.id`;
}

/** Which matching shows a filter keeps. Its meaning is told by list-series.schema.ts. */
export const filterConditions: Readonly<Record<ListSeriesInput['filter'], Prisma.Sql>> = {
  all: Prisma.sql`true`,
  'to-declare': Prisma.sql`over AND (NOT chosen OR unsent)`,
  upcoming: Prisma.sql`upcoming`,
  attention: Prisma.sql`troubled OR reopened`,
  declared: Prisma.sql`chosen AND settled`,
};

/** Always ending with the identifier, so that pages never show a row twice. */
export const sortOrders: Readonly<Record<ListSeriesInput['sort'], Prisma.Sql>> = {
  'end-desc': Prisma.sql`"lastEndAt" DESC NULLS LAST, id`,
  'end-asc': Prisma.sql`"lastEndAt" ASC NULLS LAST, id`,
  name: Prisma.sql`"searchText" COLLATE "C", id`,
};

function escapeLike(word: string): string {
  return word.replace(/[\\%_]/g, String.raw`\$&`);
}
