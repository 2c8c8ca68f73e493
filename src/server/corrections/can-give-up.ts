import 'server-only';
import { isReceived } from '@/domain/declaration/received';
import { canTransmit } from '@/domain/declaration/status';
import { type DeclarationState } from '@/server/db/generated/client';

/** A declaration with its submissions, the last one first, and their sendings that reached somebody. */
type Corrected = {
  readonly state: DeclarationState;
  readonly submissions: readonly { readonly state: DeclarationState; readonly steps: readonly unknown[] }[];
};

/**
 * A corrective submission was refused or did not leave, while an earlier one was received: that one still holds. Not when one of
 * several agencies took the correction: it replaced what that one holds, and the others must be told too.
 */
export function canGiveUp({ state, submissions }: Corrected): boolean {
  const holding = submissions.findIndex((submission) => isReceived(submission.state));
  if (holding === -1 || !canTransmit(state)) return false;
  return submissions.slice(0, holding).every(({ steps }) => steps.length === 0);
}
