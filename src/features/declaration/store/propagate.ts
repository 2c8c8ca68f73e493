import type { SeriesDefaults } from '@/domain/declaration/effective';
import { propagateDefault, type Propagation } from '@/domain/declaration/overrides';
import type { DraftStore } from './draft-store';
import { type FieldPath, isSameValue, type OverrideKey } from './field-path';
import type { Edit } from './store-types';

/** How far a changed default went. */
export type PropagationCount = Pick<Propagation, 'changed' | 'kept'>;

/**
 * Changes a default of the show as one edit: performances that showed the former value follow it, those with a value of
 * their own keep it, and an override that now repeats the default is erased.
 */
export function changeDefault<K extends OverrideKey>(
  store: DraftStore,
  key: K,
  value: SeriesDefaults[K],
  besides: readonly Edit[] = [],
): PropagationCount {
  const { series, performances } = store.getDraft();
  const { overrides, changed, kept } = propagateDefault(series, key, value, performances);
  const followers = performances.flatMap((performance, position): Edit[] => {
    const wanted = overrides[position]?.[key] ?? null;
    const path: FieldPath = `performances.${performance.id}.overrides.${key}`;
    return isSameValue(wanted, performance.overrides[key]) ? [] : [{ path, value: wanted }];
  });
  store.editAll([{ path: `series.${key}`, value }, ...followers, ...besides]);
  store.closeEdit();
  return { changed, kept };
}
