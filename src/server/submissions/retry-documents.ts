import 'server-only';
import type * as z from 'zod/mini';
import { nextStepState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { type Actor } from '@/server/trpc/context';
import { lockSubmission } from './claim-step';
import { documentStepKinds, type submissionScope } from './get-submission.schema';
import { reopenStep, sendAgain } from './send-again';

/**
 * Sends again the mails of documents that did not leave, or of which nobody knows: the person who asks has looked. The declaration
 * itself is not sent again, nor changed. `stale-version` when there is none.
 */
export async function retryDocuments(actor: Actor, { submissionId }: z.infer<typeof submissionScope>): Promise<void> {
  const { db, organizationId } = actor;
  await db.$transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    const submission = await tx.submission.findFirst({
      where: { id: submissionId, organizationId },
      select: {
        steps: { where: { kind: { in: [...documentStepKinds] }, state: { in: ['failed', 'unknown'] } } },
      },
    });
    if (!submission) throw new AppError('not-found');
    if (submission.steps.length === 0) throw new AppError('stale-version', 'no mail of documents to send again');
    for (const step of submission.steps) {
      const failed = nextStepState(step.state, 'fail') ?? step.state;
      const state = nextStepState(failed, 'retry');
      if (state === null) continue;
      await reopenStep(tx, step, state);
    }
    await sendAgain(tx, actor, { submissionId, action: 'submission.documents-retried' });
  });
}
