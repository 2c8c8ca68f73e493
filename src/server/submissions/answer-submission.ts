import 'server-only';
import type * as z from 'zod/mini';
import { nextDeclarationState } from '@/domain/declaration/status';
import { AppError } from '@/domain/errors';
import { isSelfSent } from '@/domain/organism';
import { recordAudit } from '@/server/audit/record';
import { toPersonName } from '@/server/declarations/to-person-name';
import { type Transaction } from '@/server/db/client';
import { type Actor } from '@/server/trpc/context';
import { type answerSubmissionInput } from './answer-submission.schema';
import { lockSubmission } from './claim-step';
import { tellSubmission } from './tell-submission';

type Answer = z.infer<typeof answerSubmissionInput>;

/**
 * Takes a person's word for the answer of an organism that they declared to themselves: accepted, the form stays closed;
 * refused, it opens again. `stale-version` when it was answered meanwhile, or declared again since; `invalid-input` for an
 * organism that the service sends to, which answers by itself.
 */
export async function answerSubmission(actor: Actor, input: Answer): Promise<void> {
  const { db, organizationId, user } = actor;
  const { submissionId, outcome } = input;
  await db.$transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    const submission = await tx.submission.findFirst({ where: { id: submissionId, organizationId } });
    if (!submission) throw new AppError('not-found');
    if (!isSelfSent(submission.organism)) throw new AppError('invalid-input', `${submission.organism} answers itself`);
    const event = outcome === 'accepted' ? 'accept' : 'refuse';
    const state = submission.state === 'sent' ? nextDeclarationState('sent', event) : null;
    if (!state) throw new AppError('stale-version', `the submission is ${submission.state}`);
    await refuseOlder(tx, submission);
    const at = new Date();
    const by = toPersonName(user);
    const reply = { by, at: at.toISOString(), ...toReply(input) };
    await tx.submission.update({
      where: { id: submissionId },
      data: { state, finishedAt: at, reply, message: reply.reason || null },
    });
    await tx.declaration.update({ where: { id: submission.declarationId }, data: { state } });
    await recordAudit(tx, {
      action: outcome === 'accepted' ? 'submission.accepted' : 'submission.refused',
      organizationId,
      actor: { id: user.id, name: by },
      subject: submissionId,
      detail: { organism: submission.organism, ...toReply(input) },
    });
    await tellSubmission(tx, submissionId, by);
  });
}

/** The state of a declaration is that of its last submission: an older one is history. */
async function refuseOlder(tx: Transaction, submission: { declarationId: string; number: number }): Promise<void> {
  const { declarationId, number } = submission;
  const later = await tx.submission.count({ where: { declarationId, number: { gt: number } } });
  if (later > 0) throw new AppError('stale-version', 'a later submission exists');
}

function toReply(input: Answer) {
  if (input.outcome === 'refused') {
    return { outcome: input.outcome, noticeNumber: null, noticeCents: null, reason: input.reason };
  }
  const { outcome, noticeNumber, noticeCents } = input;
  return { outcome, noticeNumber, noticeCents, reason: '' };
}
