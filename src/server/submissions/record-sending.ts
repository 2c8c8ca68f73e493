import 'server-only';
import { type Database } from '@/server/db/client';
import { type Claim } from './claim-step';

/** Somebody else holds the step now: nothing may leave from here. */
export class ClaimLostError extends Error {
  override readonly name = 'ClaimLostError';
}

/**
 * Commits that bytes may leave from now on. The one place that decides who sends: of two workers with the same step, the older
 * claim is refused. Called again by the same claim (another transport), it moves the moment forward.
 */
export async function recordSending(
  db: Database,
  claim: Claim,
  at: { previous: Date | null; now: Date },
): Promise<void> {
  const { count } = await db.submissionStep.updateMany({
    where: { id: claim.stepId, state: 'running', attempts: claim.attempt, sendingAt: at.previous },
    data: { sendingAt: at.now },
  });
  if (count !== 1) throw new ClaimLostError(`step ${claim.stepId}, attempt ${claim.attempt}`);
}
