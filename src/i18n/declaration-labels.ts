import type { DeclarationState } from '@/domain/declaration/status';
import type { Organism } from '@/domain/organism';

// Apart from the other labels: lists load these and no more.

export const organismLabels: Readonly<Record<Organism, string>> = {
  SACEM: 'SACEM',
  SACD: 'SACD',
  CNM: 'CNM',
  ASTP: 'ASTP',
  SIBIL: 'SIBIL',
};

/** One word per state, the same on every screen. */
export const declarationStateLabels: Readonly<Record<DeclarationState, string>> = {
  draft: 'À déclarer',
  sending: 'Envoi en cours',
  sent: 'Envoyée',
  accepted: 'Acceptée',
  refused: 'Refusée',
  failed: 'Non envoyée',
  unknown: 'À vérifier',
};
