import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { describeDifferences } from '@/i18n/declaration-changes';
import { loadPastSubmissions } from './load-past-submissions';
import { type Actor } from '@/server/trpc/context';
import { compareWithToday } from './compare-with-today';
import { type CorrectionView, type getCorrectionInput } from './correction.schema';
import { loadSeries, type LoadedSeries } from '@/server/declarations/load-series';
import { prepareLetter } from './prepare-letter';
import { canRestore } from './restore-draft';
import { toGroups } from './to-groups';

/** A correction under way: what it changes so far, and for SACD the letter that says it. */
export async function getCorrection(
  actor: Actor,
  { seriesId, organism }: z.infer<typeof getCorrectionInput>,
): Promise<CorrectionView> {
  const { db, organizationId } = actor;
  const loaded = await loadSeries(db, { organizationId, seriesId });
  const row = loaded.declarations.find((declaration) => declaration.organism === organism);
  if (!row) throw new AppError('not-found');
  const change = compareWithToday(organism, await loadPastSubmissions(db, [row.id]), loaded.draft);
  return {
    groups: toGroups(change ? describeDifferences(change.differences) : []),
    canRestore: canRestore(loaded, organism),
    letter: organism === 'SACD' ? await toLetterView(actor, loaded) : null,
  };
}

async function toLetterView({ db, user }: Actor, loaded: LoadedSeries): Promise<CorrectionView['letter']> {
  const written = await prepareLetter(db, loaded, user);
  if (!written) return null;
  const { letter, sha256, prepared } = written;
  return { ...letter, sha256, to: prepared.agency && `${prepared.agency.name}, ${prepared.agency.email}` };
}
