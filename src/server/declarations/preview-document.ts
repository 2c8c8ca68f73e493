import 'server-only';
import { organismModules } from '@/declarations/registry';
import { type RenderedDocument } from '@/declarations/organism';
import { AppError } from '@/domain/errors';
import { type SeriesOrganism } from '@/domain/organism';
import { type Actor } from '@/server/trpc/context';
import { loadSeries } from './load-series';
import { prepareDeclarations } from './prepare-declaration';

/**
 * The very bytes that would leave now. `not-found` when the show is not there, not theirs, or not declared to this organism;
 * `declaration-incomplete` while something blocks.
 */
export async function previewDocument(
  { db, organizationId, user }: Actor,
  { seriesId, organism }: { seriesId: string; organism: SeriesOrganism },
): Promise<RenderedDocument> {
  const loaded = await loadSeries(db, { organizationId, seriesId });
  const prepared = await prepareDeclarations(db, loaded, { user, now: new Date() });
  const wanted = prepared.find((candidate) => candidate.organism === organism);
  if (!wanted) throw new AppError('not-found');
  return organismModules[organism].render(wanted.declaration);
}
