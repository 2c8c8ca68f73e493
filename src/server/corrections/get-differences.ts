import 'server-only';
import type * as z from 'zod/mini';
import { listDifferences } from '@/domain/declaration/differences';
import { isReceived, toTold } from '@/domain/declaration/received';
import { canCorrect } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { type Organism } from '@/domain/organism';
import { describeDifferences } from '@/i18n/declaration-changes';
import { compareWithToday } from './compare-with-today';
import { loadSeries } from '@/server/declarations/load-series';
import { toGroups } from './to-groups';
import { type Database } from '@/server/db/client';
import { type Actor } from '@/server/trpc/context';
import { describeQuarterChanges } from './describe-quarter-changes';
import { type DifferencesView } from './get-differences.schema';
import { type submissionScope } from '@/server/submissions/get-submission.schema';
import { readPayload } from '@/server/submissions/read-payload';
import { loadPastSubmissions, type StoredSubmission } from './load-past-submissions';

/** What a submission changed, and what changed since. A constant number of queries. */
export async function getDifferences(
  { db, organizationId }: Actor,
  { submissionId }: z.infer<typeof submissionScope>,
): Promise<DifferencesView> {
  const found = await db.submission.findFirst({
    where: { id: submissionId, organizationId },
    select: { organism: true, number: true, declaration: true },
  });
  if (!found) throw new AppError('not-found');
  const { organism, number, declaration } = found;
  const { seriesId, correctingBy } = declaration;
  if (seriesId === null) {
    const previous = await compareQuarter(db, declaration.id, number);
    return { previous, today: null, correctedBy: null, canCorrect: false };
  }
  const past = await loadPastSubmissions(db, [declaration.id]);
  // The one that holds: after a correction that was given up, it is not the last.
  const holds = past.findLast(({ state }) => isReceived(state))?.number === number && isReceived(declaration.state);
  const today = async (): Promise<DifferencesView['today']> => {
    const { draft } = await loadSeries(db, { organizationId, seriesId });
    const change = compareWithToday(organism, past, draft);
    if (!change) return null;
    const { fingerprint, differences } = change;
    return {
      groups: toGroups(describeDifferences(differences)),
      fingerprint,
      kept: fingerprint === declaration.keptChange,
    };
  };
  return {
    previous: toPrevious(organism, past, number),
    today: holds && correctingBy === null ? await today() : null,
    correctedBy: holds ? correctingBy : null,
    canCorrect: holds && canCorrect(declaration.state) && correctingBy === null,
  };
}

function toPrevious(
  organism: Organism,
  past: readonly StoredSubmission[],
  number: number,
): DifferencesView['previous'] {
  const earlier = past.filter((submission) => submission.number < number);
  const current = past.find((submission) => submission.number === number);
  const previous = earlier.at(-1);
  if (!current || !previous) return null;
  const before = toTold(organism, earlier.slice(0, -1), previous.declaration);
  const after = toTold(organism, earlier, current.declaration);
  const groups = describeDifferences(listDifferences(organism, before, after));
  return { id: previous.id, number: previous.number, groups: toGroups(groups) };
}

/** A quarter is compared with today on its own page: here, with the file before. */
async function compareQuarter(
  db: Database,
  declarationId: string,
  number: number,
): Promise<DifferencesView['previous']> {
  const rows = await db.submission.findMany({
    where: { declarationId, number: { lte: number } },
    select: { id: true, number: true, payload: true },
    orderBy: { number: 'desc' },
    take: 2,
  });
  const [current, previous] = rows;
  if (!current || !previous) return null;
  const groups = describeQuarterChanges(readPayload(previous.payload), readPayload(current.payload));
  return { id: previous.id, number: previous.number, groups: toGroups(groups) };
}
