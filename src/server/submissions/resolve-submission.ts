import 'server-only';
import type * as z from 'zod/mini';
import { nextDeclarationState, nextStepState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { recordAudit } from '@/server/audit/record';
import { enqueue } from '@/server/jobs/enqueue';
import { type Actor } from '@/server/trpc/context';
import { closeCorrection } from './close-correction';
import { addReceiptStep } from './add-receipt-step';
import { lockSubmission } from './claim-step';
import { type resolveSubmissionInput } from './get-submission.schema';
import { runSubmissionJob } from './run-submission';
import { tellSubmission } from './tell-submission';

/**
 * Settles an unknown outcome by the word of a person who checked with the organism: received, it counts as sent (SACEM) or
 * accepted (SACD); not received, the form opens again. `stale-version` when it was settled meanwhile.
 */
export async function resolveSubmission(
  { db, organizationId, user, correlationId }: Actor,
  { submissionId, outcome, note }: z.infer<typeof resolveSubmissionInput>,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    const submission = await tx.submission.findFirst({
      where: { id: submissionId, organizationId },
      include: { declaration: true, steps: { where: { state: 'unknown', kind: { not: 'receipt-mail' } } } },
    });
    if (!submission) throw new AppError('not-found');
    const isReceived = outcome === 'received';
    const received = submission.organism === 'SACEM' ? 'deliver' : 'accept';
    const state = submission.state === 'unknown' && nextDeclarationState('unknown', isReceived ? received : 'fail');
    if (!state) throw new AppError('stale-version', `the submission is ${submission.state}`);
    const at = new Date();
    const by = `${user.firstname} ${user.lastname}`.trim();
    for (const step of submission.steps) {
      const next = nextStepState(step.state, isReceived ? 'succeed' : 'fail');
      await tx.submissionStep.update({ where: { id: step.id }, data: { state: next ?? step.state, finishedAt: at } });
    }
    await tx.submission.update({
      where: { id: submissionId },
      data: { state, finishedAt: at, resolution: { by, at: at.toISOString(), outcome, note } },
    });
    await tx.declaration.update({ where: { id: submission.declarationId }, data: { state } });
    await closeCorrection(tx, submissionId);
    await addReceiptStep(tx, submissionId);
    await enqueue(tx, runSubmissionJob, { submissionId }, { correlationId });
    await recordAudit(tx, {
      action: 'submission.resolved',
      organizationId,
      actor: { id: user.id, name: by },
      subject: submissionId,
      detail: { outcome, note },
    });
    await tellSubmission(tx, submissionId, by);
  });
}
