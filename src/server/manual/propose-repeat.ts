import 'server-only';
import type * as z from 'zod/mini';
import { pickRepeatedAnswers } from '@/domain/declaration/repeated-answers';
import { isDeclared } from '@/domain/declaration/to-neutral-declaration';
import { isSeriesOrganism } from '@/domain/organism';
import { type seriesScope } from '@/server/declarations/get-declaration.schema';
import { loadSeries } from '@/server/declarations/load-series';
import { type Actor } from '@/server/trpc/context';
import { type RepeatProposal } from './repeat-show.schema';

/** What a new season would take over of a show, wherever its figures come from. Nothing is written. */
export async function proposeRepeat(
  { db, organizationId }: Actor,
  { seriesId }: z.infer<typeof seriesScope>,
): Promise<RepeatProposal> {
  const { draft, declarations } = await loadSeries(db, { organizationId, seriesId });
  return {
    name: draft.series.name,
    answers: pickRepeatedAnswers(draft.series),
    organisms: declarations.map(({ organism }) => organism).filter(isSeriesOrganism),
    expenses: draft.series.expenses,
    starts: draft.performances.filter(isDeclared).map(({ startAt }) => startAt),
  };
}
