import 'server-only';
import type * as z from 'zod/mini';
import { nextDeclarationState, nextStepState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { type Transaction } from '@/server/db/client';
import { Prisma } from '@/server/db/generated/client';
import { type Actor } from '@/server/trpc/context';
import { lockSubmission } from './claim-step';
import { lockShow } from '@/server/corrections/close-correction';
import { sendingStepKinds, type submissionScope } from './get-submission.schema';
import { reopenStep, sendAgain } from './send-again';

/**
 * Sends the same frozen bytes again, for a submission that was surely not received (or that a person says was not). Only the
 * last one of a declaration: an older one would say less than what was sent since. Errors: `already-being-sent` while it is on
 * its way or its outcome is unknown, `already-accepted` otherwise, `stale-version` when a later one exists.
 */
export async function retrySubmission(actor: Actor, { submissionId }: z.infer<typeof submissionScope>): Promise<void> {
  const { db, organizationId } = actor;
  await db.$transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    await lockShow(tx, submissionId);
    const submission = await tx.submission.findFirst({
      where: { id: submissionId, organizationId },
      include: { declaration: true },
    });
    if (!submission) throw new AppError('not-found');
    if (submission.state !== 'failed') {
      const isOnItsWay = submission.state === 'sending' || submission.state === 'unknown';
      throw new AppError(
        isOnItsWay ? 'already-being-sent' : 'already-accepted',
        `the submission is ${submission.state}`,
      );
    }
    await takeDeclaration(tx, submission.declaration.id, submission.number);
    await reopenSteps(tx, submissionId);
    await tx.submission.update({
      where: { id: submissionId },
      // What a person said of the former attempt stays in the journal: it says nothing of this one.
      data: { state: 'sending', finishedAt: null, errorCode: null, message: null, resolution: Prisma.DbNull },
    });
    await sendAgain(tx, actor, { submissionId, action: 'submission.retried' });
  });
}

/** The declaration is on its way again, unless something newer happened to it. */
async function takeDeclaration(tx: Transaction, declarationId: string, number: number): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Declaration" WHERE id = ${declarationId}::uuid FOR UPDATE`;
  const { state, submissions } = await tx.declaration.findUniqueOrThrow({
    where: { id: declarationId },
    select: { state: true, submissions: { where: { number: { gt: number } }, select: { id: true }, take: 1 } },
  });
  const next = nextDeclarationState(state, 'transmit');
  if (submissions.length > 0 || next === null) throw new AppError('stale-version', 'a later submission exists');
  await tx.declaration.update({ where: { id: declarationId }, data: { state: next } });
}

/**
 * The step that failed, and its siblings that failed too (other agencies); what left does not leave again.
 */
async function reopenSteps(tx: Transaction, submissionId: string): Promise<void> {
  const failed = await tx.submissionStep.findMany({
    where: { submissionId, state: 'failed', kind: { in: [...sendingStepKinds] } },
    orderBy: { position: 'asc' },
  });
  const [first] = failed;
  const state = first && nextStepState(first.state, 'retry');
  if (!first || !state) throw new AppError('stale-version', 'no failed step');
  for (const step of failed.filter(({ kind }) => kind === first.kind)) await reopenStep(tx, step, state);
}
