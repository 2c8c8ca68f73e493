import 'server-only';
import { isReceived } from '@/domain/declaration/received';
import { canTransmit } from '@/domain/declaration/status';
import { type DeclarationState } from '@/server/db/generated/client';

/** A declaration with its submissions, the last one first. */
type Corrected = { readonly state: DeclarationState; readonly submissions: readonly { readonly state: DeclarationState }[] };

/** A corrective submission was refused or did not leave, while an earlier one was received: that one still holds. */
export function canGiveUp({ state, submissions }: Corrected): boolean {
  return canTransmit(state) && submissions.some((submission) => isReceived(submission.state));
}
