import 'server-only';
import type * as z from 'zod/mini';
import { combineSteps } from '@/domain/declaration/combine-steps';
import { type DeclarationState, nextDeclarationState, nextStepState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { type Organism, type SubmissionStep } from '@/server/db/generated/client';
import { enqueue } from '@/server/jobs/enqueue';
import { type Actor } from '@/server/trpc/context';
import { addReceiptStep } from './add-receipt-step';
import { lockSubmission } from './claim-step';
import { type resolveSubmissionInput } from './get-submission.schema';
import { runSubmissionJob } from './run-submission';
import { tellSubmission } from './tell-submission';

/**
 * Settles an unknown outcome by the word of a person who checked with the organism: received, it counts as sent (SACEM) or
 * accepted (SACD); not received, the form opens again. With several agencies, each is settled by itself, and the submission with the
 * last of them. `stale-version` when it was settled meanwhile.
 */
export async function resolveSubmission(
  { db, organizationId, user, correlationId }: Actor,
  { submissionId, stepId, outcome, note }: z.infer<typeof resolveSubmissionInput>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    const submission = await tx.submission.findFirst({
      where: { id: submissionId, organizationId },
      include: { declaration: true, steps: { where: { kind: { not: 'receipt-mail' } } } },
    });
    if (!submission) throw new AppError('not-found');
    const isReceived = outcome === 'received';
    const settled = submission.steps.filter(
      (step) => step.state === 'unknown' && (stepId === undefined || step.id === stepId),
    );
    if (submission.state !== 'unknown' || (stepId !== undefined && settled.length === 0)) {
      throw new AppError('stale-version', `the submission is ${submission.state}`);
    }
    const at = new Date();
    const by = `${user.firstname} ${user.lastname}`.trim();
    for (const step of settled) {
      const next = nextStepState(step.state, isReceived ? 'succeed' : 'fail');
      await tx.submissionStep.update({ where: { id: step.id }, data: { state: next ?? step.state, finishedAt: at } });
    }
    const state = toState(submission, settled, isReceived);
    await tx.submission.update({
      where: { id: submissionId },
      data: { state, finishedAt: at, resolution: { by, at: at.toISOString(), outcome, note } },
    });
    await tx.declaration.update({ where: { id: submission.declarationId }, data: { state } });
    if (state !== 'unknown') {
      await addReceiptStep(tx, submissionId);
      await enqueue(tx, runSubmissionJob, { submissionId }, { correlationId });
    }
    await recordAudit(tx, {
      action: 'submission.resolved',
      organizationId,
      actor: { id: user.id, name: by },
      subject: submissionId,
      detail: { outcome, note, ...(stepId !== undefined && { recipient: settled[0]?.recipient ?? null }) },
    });
    await tellSubmission(tx, submissionId, by);
  });
}

type Steps = readonly Pick<SubmissionStep, 'id' | 'kind' | 'state'>[];

/** State of the submission once these steps are settled: its siblings may be unknown still, or may have failed by themselves. */
function toState(
  submission: { readonly organism: Organism; readonly steps: Steps },
  settled: Steps,
  isReceived: boolean,
): DeclarationState {
  const ids = new Set(settled.map(({ id }) => id));
  const siblings = submission.steps.filter(({ kind }) => kind === settled[0]?.kind);
  const ended = isReceived ? 'succeeded' : 'failed';
  const states = siblings.map((step) => (ids.has(step.id) ? ended : step.state));
  const together = combineSteps(states.length > 0 ? states : [ended]);
  if (together === 'unknown' || together === 'pending') return 'unknown';
  const received = submission.organism === 'SACEM' ? 'deliver' : 'accept';
  const events = { succeeded: received, refused: 'refuse', failed: 'fail' } as const;
  return nextDeclarationState('unknown', events[together]) ?? 'unknown';
}
