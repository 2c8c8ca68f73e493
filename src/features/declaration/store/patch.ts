import type { Draft, DraftPatch } from '@/domain/declaration/draft';
import { type FieldPath, hasField, readField, toTarget } from './field-path';

type PerformancePatch = NonNullable<DraftPatch['performances']>[number];

/** The difference that a save carries: the present values of these fields. Null when there is none. */
export function toPatch(draft: Draft, paths: readonly FieldPath[]): DraftPatch | null {
  if (paths.length === 0) return null;
  const patch: DraftPatch = {};
  const performances = new Map<string, PerformancePatch>();
  for (const path of paths) {
    const target = toTarget(path);
    const value = readField(draft, path);
    if (target.room === 'organization') patch.organization = { ...patch.organization, [target.key]: value };
    else if (target.room === 'series') patch.series = { ...patch.series, [target.key]: value };
    else if (target.room === 'expenses') {
      patch.series = { ...patch.series, expenses: { ...patch.series?.expenses, [target.key]: value } };
    } else {
      const current = performances.get(target.id) ?? { id: target.id };
      performances.set(target.id, { ...current, [target.room]: { ...current[target.room], [target.key]: value } });
    }
  }
  if (performances.size > 0) patch.performances = [...performances.values()];
  return patch;
}

/** Fields of this draft that a patch names. */
export function listPatchedFields(draft: Draft, patch: DraftPatch): FieldPath[] {
  const found: FieldPath[] = [];
  const add = (prefix: string, values: object | undefined) => {
    for (const key of Object.keys(values ?? {})) {
      const path = `${prefix}.${key}`;
      if (isFieldPath(path) && hasField(draft, path)) found.push(path);
    }
  };
  add('organization', patch.organization);
  add('series', patch.series);
  add('series.expenses', patch.series?.expenses);
  for (const { id, corrected, otherRevenue, overrides, absence } of patch.performances ?? []) {
    add(`performances.${id}.corrected`, corrected);
    add(`performances.${id}.otherRevenue`, otherRevenue);
    add(`performances.${id}.overrides`, overrides);
    add(`performances.${id}.absence`, absence);
  }
  return found;
}

function isFieldPath(path: string): path is FieldPath {
  try {
    toTarget(path);
    return true;
  } catch {
    return false;
  }
}
