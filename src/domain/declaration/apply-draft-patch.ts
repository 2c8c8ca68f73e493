import type { Draft, DraftPatch } from './draft';

/**
 * A draft after a save: what the patch names is replaced, the rest untouched. The same patch laid twice changes nothing
 * more, and laid on a newer draft it loses nothing of it. Performances that the draft does not hold are ignored.
 */
export function applyDraftPatch(draft: Draft, patch: DraftPatch): Draft {
  const { expenses, ...series } = patch.series ?? {};
  const changes = new Map(patch.performances?.map((performance) => [performance.id, performance]));
  return {
    organization: lay(draft.organization, patch.organization),
    series: { ...lay(draft.series, series), expenses: lay(draft.series.expenses, expenses) },
    performances: draft.performances.map((performance) => {
      const change = changes.get(performance.id);
      if (!change) return performance;
      return {
        ...performance,
        corrected: lay(performance.corrected, change.corrected),
        otherRevenue: lay(performance.otherRevenue, change.otherRevenue),
        overrides: lay(performance.overrides, change.overrides),
        absence: lay(performance.absence, change.absence),
      };
    }),
  };
}

/** Absent and undefined fields are untouched; null is a value. */
function lay<Value extends object>(base: Value, change: Partial<Value> | undefined): Value {
  const said = Object.entries(change ?? {}).filter(([, value]) => value !== undefined);
  return { ...base, ...Object.fromEntries(said) };
}
