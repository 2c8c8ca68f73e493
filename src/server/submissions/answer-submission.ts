import 'server-only';
import type * as z from 'zod/mini';
import { nextDeclarationState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { isSelfSent } from '@/domain/organism';
import { recordAudit } from '@/server/audit/record';
import { toPersonName } from '@/server/declarations/to-person-name';
import { type Actor } from '@/server/trpc/context';
import { type answerSubmissionInput } from './answer-submission.schema';
import { lockSubmission } from './claim-step';
import { closeCorrection, lockShow } from '@/server/corrections/close-correction';
import { tellSubmission } from './tell-submission';

/**
 * Writes the organism's answer to a self-sent declaration, by the word of the person who got it. The same answer twice is one.
 * Errors: `invalid-input` for what the service sends itself; `stale-version` when it was answered otherwise, or declared again,
 * meanwhile.
 */
export async function answerSubmission(
  { db, organizationId, user }: Actor,
  input: z.infer<typeof answerSubmissionInput>,
): Promise<void> {
  const { submissionId, outcome } = input;
  const number = input.outcome === 'accepted' ? input.noticeNumber : null;
  const reason = input.outcome === 'refused' ? input.reason : null;
  const [by, at] = [toPersonName(user), new Date()];
  await db.$transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    await lockShow(tx, submissionId);
    const submission = await tx.submission.findFirst({
      where: { id: submissionId, organizationId },
      select: { state: true, number: true, organism: true, declarationId: true },
    });
    if (!submission) throw new AppError('not-found');
    const { organism } = submission;
    if (!isSelfSent(organism)) {
      throw new AppError('invalid-input', `${organism} answers itself`);
    }
    if (submission.state === outcome) return;
    const event = outcome === 'accepted' ? 'accept' : 'refuse';
    const state = nextDeclarationState(submission.state, event);
    const later = await tx.submission.count({
      where: { declarationId: submission.declarationId, number: { gt: submission.number } },
    });
    if (!state || later > 0) throw new AppError('stale-version', `the submission is ${submission.state}`);
    await tx.submission.update({
      where: { id: submissionId },
      data: {
        state,
        message: reason,
        finishedAt: at,
        resolution: { by, at: at.toISOString(), outcome, note: '' },
        answers: [
          {
            performanceId: null,
            status: outcome === 'accepted' ? 'ok' : 'refused',
            number,
            field: null,
            message: reason,
          },
        ],
      },
    });
    await tx.declaration.update({ where: { id: submission.declarationId }, data: { state } });
    await closeCorrection(tx, submissionId);
    await recordAudit(tx, {
      action: outcome === 'accepted' ? 'submission.accepted' : 'submission.refused',
      organizationId,
      actor: { id: user.id, name: by },
      subject: submissionId,
      detail: { organism, number, reason },
    });
    await tellSubmission(tx, submissionId, by);
  });
}
