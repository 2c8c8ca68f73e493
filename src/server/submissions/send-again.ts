import 'server-only';
import { type StepState } from '@/domain/declaration/status';
import { type AuditAction, recordAudit } from '@/server/audit/record';
import { toPersonName } from '@/server/declarations/to-person-name';
import { type Transaction } from '@/server/db/client';
import { type SubmissionStep } from '@/server/db/generated/client';
import { enqueue } from '@/server/jobs/enqueue';
import { type Actor } from '@/server/trpc/context';
import { runSubmissionJob } from './run-submission';
import { readStepDetail } from './step-detail';
import { tellSubmission } from './tell-submission';

/** A new round of attempts for one step. The count goes on, so that no older claim can come back. */
export async function reopenStep(tx: Transaction, step: SubmissionStep, state: StepState): Promise<void> {
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

/** The job that runs what was reopened, the line of the journal, and those who look at the submission. */
export async function sendAgain(
  tx: Transaction,
  { organizationId, user, correlationId }: Actor,
  { submissionId, action }: { readonly submissionId: string; readonly action: AuditAction },
): Promise<void> {
  await enqueue(tx, runSubmissionJob, { submissionId }, { correlationId, isUrgent: true });
  const by = toPersonName(user);
  await recordAudit(tx, { action, organizationId, actor: { id: user.id, name: by }, subject: submissionId });
  await tellSubmission(tx, submissionId, by);
}
