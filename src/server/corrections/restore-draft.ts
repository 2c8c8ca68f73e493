import 'server-only';
import { type Draft, type DraftPerformance, draftSchema } from '@/domain/declaration/draft';
import { isFormLocked } from '@/domain/declaration/lock';
import { type Organism } from '@/domain/organism';
import { type Transaction } from '@/server/db/client';
import { refreshSeriesSummary } from '@/server/series/refresh-series-summary';
import { toCanonicalJson } from '@/server/submissions/canonical-json';
import { type LoadedSeries } from '@/server/declarations/load-series';
import { listVenueIds, removeUnusedVenues, storeVenues, toVenueKey } from '@/server/declarations/store-venues';
import { writePerformances } from '@/server/declarations/write-performances';
import { writeSeries } from '@/server/declarations/write-series';

/**
 * Whether giving up the correction of this organism can put the form back: it was kept, and nobody else works in it (another
 * organism's declaration would lose what was typed for it).
 */
export function canRestore({ row, declarations }: LoadedSeries, organism: Organism): boolean {
  const others = declarations.filter((declaration) => declaration.organism !== organism);
  return readKept(row.beforeCorrection) !== null && (others.length === 0 || isFormLocked(others));
}

/** Puts back what people said of a show. What the ticketing says is its own: imported figures and dates are not touched. */
export async function restoreDraft(tx: Transaction, { row, draft }: LoadedSeries): Promise<void> {
  const kept = readKept(row.beforeCorrection);
  if (!kept) return;
  const { id: _id, name: _name, ...series } = kept.series;
  const performances = draft.performances.map((performance) => putBack(performance, kept));
  const before = listVenueIds(row);
  const wanted = [series.venue, ...performances.map(({ overrides }) => overrides.venue)].filter(
    (venue) => venue !== null,
  );
  const venues = await storeVenues(tx, row.organizationId, before, wanted);
  await writeSeries(tx, row.id, series, venues);
  const changed = performances.filter(
    (performance, index) => toCanonicalJson(performance) !== toCanonicalJson(draft.performances[index]),
  );
  await writePerformances(tx, row.id, changed, venues);
  await refreshSeriesSummary(tx, row.id);
  const used = new Set(wanted.map(toVenueKey));
  await removeUnusedVenues(
    tx,
    row.organizationId,
    [...before].flatMap(([key, id]) => (used.has(key) ? [] : [id])),
  );
}

function readKept(stored: unknown): Draft | null {
  const parsed = draftSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** A performance that came since stays as it is. */
function putBack(performance: DraftPerformance, kept: Draft): DraftPerformance {
  const before = kept.performances.find(({ id }) => id === performance.id);
  if (!before) return performance;
  const { corrected, correction, otherRevenue, overrides, absence } = before;
  return { ...performance, corrected, correction, otherRevenue, overrides, absence };
}
