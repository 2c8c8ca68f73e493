import 'server-only';
import { type ChangeGroup } from '@/i18n/declaration-changes';
import { type ChangeGroups } from './correction.schema';

/** The same, as an answer holds it. */
export function toGroups(groups: readonly ChangeGroup[]): ChangeGroups {
  return groups.map(({ title, kind, lines }) => ({ title, kind, lines: [...lines] }));
}
