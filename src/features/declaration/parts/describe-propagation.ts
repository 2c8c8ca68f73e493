import { formatCounted } from '@/i18n/format';
import type { PropagationCount } from '../store/propagate';

/** «12 représentations ont suivi ; 2 représentations gardent leur propre valeur.» */
export function describePropagation({ changed, kept }: PropagationCount): string | null {
  if (changed === 0 && kept === 0) return null;
  const followed =
    changed === 0
      ? 'Aucune représentation n’a suivi'
      : `${formatCounted(changed, 'représentation')} ${changed === 1 ? 'a' : 'ont'} suivi`;
  if (kept === 0) return `${followed}.`;
  const keepers =
    kept === 1
      ? '1\u00a0représentation garde sa propre valeur'
      : `${formatCounted(kept, 'représentation')} gardent leur propre valeur`;
  return `${followed}\u00a0; ${keepers}.`;
}
