import { applyDraftPatch } from './apply-draft-patch';
import type { Draft, DraftPatch, DraftPerformance } from './draft';
import { isSameVenue } from './effective';
import { isCorrected, toCorrectedFigures, toDeclaredFigures } from './figures';
import { otherRevenueKinds } from './bounds';
import { eraseRepeatedOverrides } from './overrides';

export type SavePlan = {
  /** The draft after the save. */
  readonly draft: Draft;
  /** Performances to write: those that a person changed, and those whose override has become a repetition of the series. */
  readonly changed: readonly DraftPerformance[];
  /** Those whose corrections changed, for the journal. */
  readonly correctedIds: readonly string[];
};

/**
 * What a save writes. A correction that says what was imported is none; an override equal to the series' value is erased, so
 * that a later change of the series reaches the performance. Who corrected and when stay as they were where the patch
 * changed no correction, and go with the last correction.
 */
export function planSave(draft: Draft, patch: DraftPatch, correction: { by: string; at: string }): SavePlan {
  const patched = applyDraftPatch(draft, patch);
  const changed: DraftPerformance[] = [];
  const correctedIds: string[] = [];
  const pairs = draft.performances.flatMap((before) =>
    applyDraftPatch({ ...draft, performances: [before] }, patch).performances.map((laid) => ({ before, laid })),
  );
  const performances = pairs.map(({ before, laid: performance }) => {
    const corrected = toCorrectedFigures(
      performance.imported,
      toDeclaredFigures(performance.imported, performance.corrected),
    );
    const overrides = eraseRepeatedOverrides(patched.series, { ...performance, corrected });
    const hasNewCorrection = !isSameCorrection(before.corrected, corrected);
    const after = {
      ...performance,
      corrected,
      overrides,
      // An answer about a performance that came back has nothing to answer any more.
      absence: { kept: performance.gone ? performance.absence.kept : null },
      correction: hasNewCorrection ? (isCorrected(corrected) ? correction : null) : before.correction,
    };
    if (hasNewCorrection) correctedIds.push(after.id);
    if (hasNewCorrection || !hasSameAnswers(before, after)) changed.push(after);
    return after;
  });
  return { draft: { ...patched, performances }, changed, correctedIds };
}

type Corrected = DraftPerformance['corrected'];

function isSameCorrection(left: Corrected, right: Corrected): boolean {
  return (
    isSamePair(left.amounts, right.amounts) &&
    left.taxRateBp === right.taxRateBp &&
    left.paidTickets === right.paidTickets &&
    left.freeTickets === right.freeTickets
  );
}

function isSamePair(left: Corrected['amounts'], right: Corrected['amounts']): boolean {
  return (
    left?.excludingTaxesCents === right?.excludingTaxesCents && left?.includingTaxesCents === right?.includingTaxesCents
  );
}

function hasSameAnswers(left: DraftPerformance, right: DraftPerformance): boolean {
  return (
    otherRevenueKinds.every((kind) => isSamePair(left.otherRevenue[kind], right.otherRevenue[kind])) &&
    left.absence.kept === right.absence.kept &&
    isSameVenue(left.overrides.venue, right.overrides.venue) &&
    left.overrides.capacity === right.overrides.capacity &&
    left.overrides.audience === right.overrides.audience &&
    left.overrides.taxRateBp === right.overrides.taxRateBp
  );
}
