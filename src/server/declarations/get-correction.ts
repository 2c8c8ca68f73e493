import 'server-only';
import type * as z from 'zod/mini';
import { writeSacdLetter } from '@/declarations/sacd/letter';
import { AppError } from '@/domain/errors';
import { describeDifferences } from '@/i18n/declaration-changes';
import { loadPastSubmissions } from '@/server/submissions/load-past-submissions';
import { type Actor } from '@/server/trpc/context';
import { compareWithToday } from './compare-with-today';
import { type CorrectionView, type getCorrectionInput } from './correction.schema';
import { loadSeries } from './load-series';
import { prepareDeclarations } from './prepare-declaration';
import { canRestore } from './restore-draft';
import { toGroups } from './to-groups';

/** A correction under way: what it changes so far, and for SACD the letter that says it. */
export async function getCorrection(
  { db, organizationId, user }: Actor,
  { seriesId, organism }: z.infer<typeof getCorrectionInput>,
): Promise<CorrectionView> {
  const loaded = await loadSeries(db, { organizationId, seriesId });
  const row = loaded.declarations.find((declaration) => declaration.organism === organism);
  if (!row) throw new AppError('not-found');
  const change = compareWithToday(organism, await loadPastSubmissions(db, [row.id]), loaded.draft);
  const groups = change ? describeDifferences(change.differences) : [];
  const prepared = organism === 'SACD' ? await prepareDeclarations(db, loaded, { user, now: new Date() }) : [];
  const one = prepared.find((candidate) => candidate.row.id === row.id && candidate.byLetter);
  return {
    groups: toGroups(groups),
    canRestore: canRestore(loaded, organism),
    letter: one
      ? { to: one.agency && `${one.agency.name}, ${one.agency.email}`, ...writeSacdLetter(one.declaration, groups) }
      : null,
    version: loaded.row.version,
  };
}
