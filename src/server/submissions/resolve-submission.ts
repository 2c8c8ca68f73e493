import 'server-only';
import type * as z from 'zod/mini';
import { combineSteps } from '@/domain/declaration/combine-steps';
import { type DeclarationState, nextDeclarationState, nextStepState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { type Submission, type SubmissionStep } from '@/server/db/generated/client';
import { enqueue } from '@/server/jobs/enqueue';
import { type Actor } from '@/server/trpc/context';
import { addDocumentSteps } from './add-document-steps';
import { closeCorrection, lockShow } from '@/server/corrections/close-correction';
import { addReceiptStep } from './add-receipt-step';
import { lockSubmission } from './claim-step';
import { type resolveSubmissionInput, sendingStepKinds } from './get-submission.schema';
import { runSubmissionJob } from './run-submission';
import { tellSubmission } from './tell-submission';

/**
 * Settles an unknown outcome by the word of a person who checked with the organism: received, it counts as sent (SACEM) or
 * accepted (SACD); not received, the form opens again. A mail that came back is the same word on a submission that counted as
 * sent. With several agencies, each is settled by itself, and the submission with the last of them. `stale-version` when it was
 * settled meanwhile, or when a later submission exists.
 */
export async function resolveSubmission(
  { db, organizationId, user, correlationId }: Actor,
  { submissionId, stepId, outcome, note }: z.infer<typeof resolveSubmissionInput>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    await lockShow(tx, submissionId);
    const submission = await tx.submission.findFirst({
      where: { id: submissionId, organizationId },
      include: { declaration: true, steps: { where: { kind: { in: [...sendingStepKinds] } } } },
    });
    if (!submission) throw new AppError('not-found');
    const isReceived = outcome === 'received';
    const hasComeBack = !isReceived && (await isMailNotSuperseded(tx, submission));
    if (submission.state !== 'unknown' && !hasComeBack) {
      throw new AppError('stale-version', `the submission is ${submission.state}`);
    }
    const settled = submission.steps.filter(
      (step) =>
        (step.state === 'unknown' || (hasComeBack && step.state === 'succeeded')) &&
        (stepId === undefined || step.id === stepId),
    );
    if (stepId !== undefined && settled.length === 0) throw new AppError('stale-version', 'no such step to settle');
    const at = new Date();
    const by = `${user.firstname} ${user.lastname}`.trim();
    for (const step of settled) {
      const next = nextStepState(step.state, isReceived ? 'succeed' : 'fail');
      await tx.submissionStep.update({ where: { id: step.id }, data: { state: next ?? step.state, finishedAt: at } });
      if (isReceived) await addDocumentSteps(tx, step.id);
    }
    const state = toState(submission, settled, isReceived);
    await tx.submission.update({
      where: { id: submissionId },
      data: {
        state,
        finishedAt: at,
        resolution: { by, at: at.toISOString(), outcome, note },
        ...(hasComeBack && { errorCode: 'mail-refused' }),
      },
    });
    await tx.declaration.update({ where: { id: submission.declarationId }, data: { state } });
    await closeCorrection(tx, submissionId);
    if (state !== 'unknown') await addReceiptStep(tx, submissionId);
    await enqueue(tx, runSubmissionJob, { submissionId }, { correlationId, isUrgent: true });
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

/** A declaration mailed and counted as sent, of which nothing was sent since. Holds the declaration until the end. */
async function isMailNotSuperseded(
  tx: Transaction,
  { state, organism, declarationId, number }: Pick<Submission, 'state' | 'organism' | 'declarationId' | 'number'>,
): Promise<boolean> {
  if (state !== 'sent' || organism !== 'SACEM') return false;
  await tx.$queryRaw`SELECT id FROM "Declaration" WHERE id = ${declarationId}::uuid FOR UPDATE`;
  const later = await tx.submission.count({ where: { declarationId, number: { gt: number } } });
  return later === 0;
}

type Steps = readonly Pick<SubmissionStep, 'id' | 'state'>[];

/** State of the submission once these steps are settled: their siblings may be unknown still, or may have failed by themselves. */
function toState(
  submission: Pick<Submission, 'state' | 'organism'> & { readonly steps: Steps },
  settled: Steps,
  isReceived: boolean,
): DeclarationState {
  const ids = new Set(settled.map(({ id }) => id));
  const ended = isReceived ? 'succeeded' : 'failed';
  const states = submission.steps.map((step) => (ids.has(step.id) ? ended : step.state));
  const together = combineSteps(states.length > 0 ? states : [ended]);
  if (together === 'unknown' || together === 'pending') return 'unknown';
  const received = submission.organism === 'SACEM' ? 'deliver' : 'accept';
  const events = { succeeded: received, refused: 'refuse', failed: 'fail' } as const;
  return nextDeclarationState(submission.state, events[together]) ?? 'unknown';
}
