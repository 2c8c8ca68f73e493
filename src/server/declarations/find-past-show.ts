import 'server-only';
import { hasAnswers, pickRepeatedAnswers } from '@/domain/declaration/repeated-answers';
import { isSeriesOrganism } from '@/domain/organism';
import { type Database } from '@/server/db/client';
import { type DeclarationPage } from './get-declaration.schema';
import { type LoadedSeries } from './load-series';
import { seriesRowInclude, toDraft } from './series-row';

/**
 * The same show (its title, whatever the accents and the case) in an earlier season of the structure, the latest one of which something
 * was answered; null once anything is answered of this one, for then there is nothing to take over.
 */
export async function findPastShow(
  db: Database,
  { row, draft }: Pick<LoadedSeries, 'row' | 'draft'>,
): Promise<DeclarationPage['suggestions']['past']> {
  if (hasAnswers(draft.series) || row.searchText === '') return null;
  const past = await db.series.findFirst({
    where: {
      organizationId: row.organizationId,
      id: { not: row.id },
      searchText: row.searchText,
      OR: [{ genre: { not: null } }, { venueId: { not: null } }],
      ...(row.firstStartAt && { lastEndAt: { lt: row.firstStartAt } }),
    },
    include: {
      ...seriesRowInclude,
      // Its answers are wanted, not its figures.
      performances: { ...seriesRowInclude.performances, take: 0 },
      declarations: { select: { organism: true }, orderBy: { organism: 'asc' } },
    },
    orderBy: [{ lastEndAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
  });
  return (
    past && {
      id: past.id,
      endAt: past.lastEndAt?.toISOString() ?? null,
      answers: pickRepeatedAnswers(toDraft(past).series),
      organisms: past.declarations.map(({ organism }) => organism).filter(isSeriesOrganism),
    }
  );
}
