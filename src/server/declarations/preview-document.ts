import 'server-only';
import { organismModules } from '@/declarations/registry';
import { type RenderedDocument } from '@/declarations/organism';
import { AppError } from '@/domain/errors';
import { type SeriesOrganism } from '@/domain/organism';
import { type Actor } from '@/server/trpc/context';
import { loadSeries } from './load-series';
import { prepareDeclarations } from './prepare-declaration';

/**
 * The very bytes that would leave now; with `agencyId`, those of one of several agencies. `not-found` when the show is not there, not theirs, or not declared to this organism;
 * `declaration-incomplete` while something blocks.
 */
export async function previewDocument(
  { db, organizationId, user }: Actor,
  { seriesId, organism, agencyId }: { seriesId: string; organism: SeriesOrganism; agencyId: string | null },
): Promise<RenderedDocument> {
  const loaded = await loadSeries(db, { organizationId, seriesId });
  const prepared = await prepareDeclarations(db, loaded, { user, now: new Date() });
  const wanted = prepared.find((candidate) => candidate.organism === organism);
  if (!wanted) throw new AppError('not-found');
  if (agencyId === null) return organismModules[organism].render(wanted.declaration);
  const part = wanted.parts.find(({ agency }) => agency.id === agencyId);
  if (!part) throw new AppError('not-found');
  const performancesOfShow = wanted.declaration.performances.length;
  return organismModules[organism].render(part.declaration, { agencyName: part.agency.name, performancesOfShow });
}
