import { type DeclarationState } from '@/domain/declaration/status';

/** What the journal says of a sending, and what the outside world counted. */
export type Ended = {
  /** Null when the person's request left no submission. */
  readonly state: DeclarationState | null;
  readonly received: number;
  /** Of each mail, how many times it was received: the organism's, the receipts. */
  readonly mails: readonly number[];
};

/**
 * - `once`: said sent or accepted, and received exactly once;
 * - `unknown`: shown as to be checked, received once or not at all, and never sent again by itself;
 * - `not-received`: said so, truly, and may be sent again;
 * - `double`: something was received twice;
 * - `lost`: anything else, a sending said to be done that nobody received among them.
 */
export const verdicts = ['once', 'unknown', 'not-received', 'double', 'lost'] as const;
export type Verdict = (typeof verdicts)[number];

export function judge({ state, received, mails }: Ended): Verdict {
  if (received > 1 || mails.some((count) => count > 1)) return 'double';
  if (state === 'sent' || state === 'accepted') return received === 1 ? 'once' : 'lost';
  if (state === 'unknown') return 'unknown';
  return state === 'failed' && received === 0 ? 'not-received' : 'lost';
}
