import type { DeclarationState } from '@/domain/declaration/status';
import { declarationStateLabels } from '@/i18n/labels';

const severities: Readonly<Record<DeclarationState, string>> = {
  draft: 'info',
  sending: 'info',
  sent: 'success',
  accepted: 'success',
  refused: 'error',
  failed: 'error',
  unknown: 'warning',
};

/** A state in one word. */
export function StateBadge({ state }: { readonly state: DeclarationState }) {
  return (
    <span className={`fr-badge fr-badge--sm fr-badge--no-icon fr-badge--${severities[state]}`}>
      {declarationStateLabels[state]}
    </span>
  );
}
