import 'server-only';
import type * as z from 'zod/mini';
import { toSeason, toSeasonKey } from '@/domain/season';
import { type Actor } from '@/server/trpc/context';
import { type organizationScope } from '@/server/organizations/get-organization.schema';
import { type listSeasonsOutput } from './list-seasons.schema';

/** Seasons from the first performance of the structure to its last, the latest first; one query. A hole in between is a season too. */
export async function listSeasons(
  { db, organizationId }: Actor,
  _input: z.infer<typeof organizationScope>,
): Promise<z.infer<typeof listSeasonsOutput>> {
  const { _min, _max } = await db.series.aggregate({
    where: { organizationId },
    _min: { firstStartAt: true },
    _max: { lastEndAt: true },
  });
  if (_min.firstStartAt === null || _max.lastEndAt === null) return { seasons: [] };
  const [first, last] = [toSeason(_min.firstStartAt).year, toSeason(_max.lastEndAt).year];
  return { seasons: Array.from({ length: last - first + 1 }, (_, index) => toSeasonKey({ year: last - index })) };
}
