import 'server-only';
import { type SeasonSummary } from '@/exports/season-summary';
import { type SeasonShow, toSeasonShow } from '@/exports/summarize-season';
import { type Season, startOfSeason } from '@/domain/season';
import { type ExportActor } from './authorize-export';
import { walkShows } from './walk-shows';

/** The shows that a structure played, or plans, in a season, by first performance. Performances are held a batch of shows at a time. */
export async function buildSeasonSummary(
  { db, organizationId, organizationName }: Pick<ExportActor, 'db' | 'organizationId' | 'organizationName'>,
  season: Season,
  madeAt: Date,
): Promise<SeasonSummary> {
  const startAt = { gte: startOfSeason(season), lt: startOfSeason({ year: season.year + 1 }) };
  const found = await db.series.findMany({
    where: { organizationId, performances: { some: { startAt } } },
    select: { id: true },
  });
  const ids = found.map(({ id }) => id);
  const shows: SeasonShow[] = [];
  for await (const batch of walkShows(db, organizationId, ids)) {
    shows.push(...batch.flatMap((show) => toSeasonShow(show, season) ?? []));
  }
  shows.sort((left, right) => left.firstStartAt.getTime() - right.firstStartAt.getTime());
  return { season, organizationName, shows, madeAt };
}
