import 'server-only';
import { type ExportedShow } from '@/exports/exported-show';
import { ticketingSystemLabels } from '@/i18n/ticketing-systems';
import { type Database } from '@/server/db/client';
import { type Prisma } from '@/server/db/generated/client';
import { seriesRowInclude, toDraft } from '@/server/declarations/series-row';
import { type ListSeriesInput } from '@/server/series/list-series.schema';
import { filterConditions, selectMatchingSeries, sortOrders } from '@/server/series/matching-series';

/** Shows in memory at once: their performances are most of what is held. */
export const showsPerBatch = 50;

/** Filter, search and sort of the list of shows. */
export type ShowsChoice = Pick<Required<ListSeriesInput>, 'filter' | 'sort' | 'search'>;
export const everyShow: ShowsChoice = { filter: 'all', sort: 'end-desc', search: '' };

const include = {
  ...seriesRowInclude,
  connection: { select: { label: true } },
  declarations: {
    select: {
      organism: true,
      state: true,
      dueAt: true,
      submissions: {
        select: { createdAt: true, authorName: true, recipient: true },
        orderBy: { number: 'desc' },
        take: 1,
      },
      _count: { select: { submissions: true } },
    },
    orderBy: { organism: 'asc' },
  },
} as const satisfies Prisma.SeriesInclude;

/** The shows of a structure that match, in the order of the list: identifiers only, in one query. */
export async function listShowIds(
  db: Database,
  organizationId: string,
  { filter, sort, search }: ShowsChoice,
): Promise<readonly string[]> {
  const matching = selectMatchingSeries(organizationId, search, new Date());
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (${matching}) AS matching WHERE ${filterConditions[filter]} ORDER BY ${sortOrders[sort]}`;
  return rows.map(({ id }) => id);
}

/**
 * Shows with their performances and declarations, a batch at a time, each in a number of queries that depends on nothing; one that
 * disappeared meanwhile is passed over.
 */
export async function* walkShows(
  db: Database,
  organizationId: string,
  ids: readonly string[],
): AsyncGenerator<readonly ExportedShow[]> {
  for (let at = 0; at < ids.length; at += showsPerBatch) {
    const wanted = ids.slice(at, at + showsPerBatch);
    const rows = await db.series.findMany({ where: { organizationId, id: { in: wanted } }, include });
    const byId = new Map(rows.map((row) => [row.id, row]));
    yield wanted.flatMap((id) => {
      const row = byId.get(id);
      return row ? [toExportedShow(row)] : [];
    });
  }
}

function toExportedShow(row: Prisma.SeriesGetPayload<{ include: typeof include }>): ExportedShow {
  return {
    draft: toDraft(row),
    source: row.connection?.label ?? ticketingSystemLabels[row.system],
    declarations: row.declarations.map(({ submissions: [last], _count, ...declaration }) => ({
      ...declaration,
      submissions: _count.submissions,
      last: last ?? null,
    })),
  };
}
