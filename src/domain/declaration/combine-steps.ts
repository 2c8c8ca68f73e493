import type { StepState } from './status';

export type CombinedSteps = 'pending' | 'succeeded' | 'refused' | 'failed' | 'unknown';

/**
 * What several sendings of one declaration come to (one mail per agency). Nothing is said before all have ended; then the one that
 * needs a person most wins: unknown (somebody must look before anything leaves again), refused, failed. Throws on none.
 */
export function combineSteps(states: readonly StepState[]): CombinedSteps {
  if (states.length === 0) throw new Error('a submission has a sending');
  if (states.some((state) => state === 'waiting' || state === 'running')) return 'pending';
  const worst = (['unknown', 'refused', 'failed'] as const).find((state) => states.includes(state));
  return worst ?? 'succeeded';
}
