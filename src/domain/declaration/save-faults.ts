import type { Draft, DraftPatch } from './draft';
import type { DeclarationField, DeclarationIssueCode } from './issue';
import { doPartsExceed, findPairFault } from './issues';
import { expenseKinds, otherRevenueKinds } from './bounds';
import type { AmountPair } from './neutral';

export type SaveFault = {
  readonly field: DeclarationField;
  readonly code: DeclarationIssueCode;
  readonly performanceId?: string;
};

/**
 * Rules across fields that a save must respect, looked for only in what the patch touches, so that an oddity that came from
 * the ticketing never keeps a person from saving something else. `draft` is the draft after the patch. Empty = may be saved.
 */
export function findSaveFaults(draft: Draft, patch: DraftPatch): readonly SaveFault[] {
  return [
    ...findExpenseFaults(draft, patch),
    ...toFaults(patch.series?.salePrice, 'series.salePrice'),
    ...findPerformanceFaults(patch),
  ];
}

function findExpenseFaults(draft: Draft, patch: DraftPatch): SaveFault[] {
  const touched = patch.series?.expenses;
  if (!touched) return [];
  const { total, approach, circus } = draft.series.expenses;
  const faults = expenseKinds.flatMap((kind) => toFaults(touched[kind], `series.expenses.${kind}`));
  const parts = [approach, circus].filter((pair) => pair !== null);
  if (total && doPartsExceed(total, parts)) faults.push({ field: 'series.expenses.total', code: 'parts-exceed-total' });
  return faults;
}

function findPerformanceFaults(patch: DraftPatch): SaveFault[] {
  return (patch.performances ?? []).flatMap(({ id, corrected, otherRevenue }) => [
    ...toFaults(corrected?.amounts, 'performances.ticketing', id),
    ...otherRevenueKinds.flatMap((kind) => toFaults(otherRevenue?.[kind], `performances.otherRevenue.${kind}`, id)),
  ]);
}

function toFaults(pair: AmountPair | null | undefined, field: DeclarationField, performanceId?: string): SaveFault[] {
  const code = pair ? findPairFault(pair) : null;
  if (!code) return [];
  return [{ field, code, ...(performanceId !== undefined && { performanceId }) }];
}
