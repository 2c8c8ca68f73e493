import type { DeclarationState } from '@/domain/declaration/status';
import type { Organism } from '@/domain/organism';
import { declarationStateLabels, organismLabels } from '@/i18n/declaration-labels';

const severities: Readonly<Record<DeclarationState, 'success' | 'info' | 'error' | 'warning' | undefined>> = {
  draft: undefined,
  sending: 'info',
  sent: 'success',
  accepted: 'success',
  refused: 'error',
  failed: 'error',
  unknown: 'warning',
};

/** Where a declaration stands, in a word; with the organism's name in a list. */
export function DeclarationBadge({
  state,
  organism,
}: {
  readonly state: DeclarationState;
  readonly organism?: Organism;
}) {
  const word = declarationStateLabels[state];
  return (
    <p
      className={`fr-badge fr-badge--sm fr-badge--no-icon ${severities[state] ? `fr-badge--${severities[state]}` : ''}`}
    >
      {organism ? `${organismLabels[organism]}\u00a0: ${word}` : word}
    </p>
  );
}
