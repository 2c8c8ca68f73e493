import 'server-only';
import type * as z from 'zod/mini';
import { nextStepState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { toPersonName } from '@/server/declarations/to-person-name';
import { enqueue } from '@/server/jobs/enqueue';
import { type Actor } from '@/server/trpc/context';
import { lockSubmission } from './claim-step';
import { documentStepKinds, type submissionScope } from './get-submission.schema';
import { runSubmissionJob } from './run-submission';
import { readStepDetail } from './step-detail';
import { tellSubmission } from './tell-submission';

/**
 * Sends again the mails of documents that did not leave, or of which nobody knows: the person who asks has looked. The declaration
 * itself is not sent again, nor changed. `stale-version` when there is none.
 */
export async function retryDocuments(
  { db, organizationId, user, correlationId }: Actor,
  { submissionId }: z.infer<typeof submissionScope>,
): Promise<void> {
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
      await tx.submissionStep.update({
        where: { id: step.id },
        data: {
          state,
          sendingAt: null,
          finishedAt: null,
          errorCode: null,
          detail: { ...readStepDetail(step.detail), attemptsBefore: step.attempts },
        },
      });
    }
    await enqueue(tx, runSubmissionJob, { submissionId }, { correlationId });
    const by = toPersonName(user);
    await recordAudit(tx, {
      action: 'submission.documents-retried',
      organizationId,
      actor: { id: user.id, name: by },
      subject: submissionId,
    });
    await tellSubmission(tx, submissionId, by);
  });
}
