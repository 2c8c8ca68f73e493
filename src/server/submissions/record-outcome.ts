import 'server-only';
import { combineSteps } from '@/domain/declaration/combine-steps';
import { nextDeclarationState, nextStepState } from '@/domain/declaration/status';
import { type AuditAction, recordAudit } from '@/server/audit/record';
import { type Database, type Transaction } from '@/server/db/client';
import { type SubmissionStep } from '@/server/db/generated/client';
import { enqueue } from '@/server/jobs/enqueue';
import { addDocumentSteps } from './add-document-steps';
import { closeCorrection, lockShow } from '@/server/corrections/close-correction';
import { addReceiptStep } from './add-receipt-step';
import { type Claim, lockSubmission } from './claim-step';
import { sendingStepKinds } from './get-submission.schema';
import { findRetryDelay } from './retry-calendar';
import { runSubmissionJob } from './run-submission';
import { readStepDetail } from './step-detail';
import { tellSubmission } from './tell-submission';
import { declarationEvents, stepEvents, type StepKind, type StepOutcome } from './step-outcome';

/** Who acts when nobody does: the service, in the journal of the structure. */
const service = { id: null, name: 'Assistant déclaration' };

const auditActions: Readonly<Record<StepOutcome['kind'], AuditAction>> = {
  delivered: 'submission.sent',
  accepted: 'submission.accepted',
  refused: 'submission.refused',
  'not-received': 'submission.failed',
  unknown: 'submission.unknown',
};

/**
 * Writes how an attempt ended: the step, and for the sending itself the submission and the declaration, with the journal,
 * the documents and the receipt to come, in one transaction. The outcome of an older claim is ignored; that of a step that was meanwhile taken
 * for interrupted replaces the unknown, for it is the truth. Says whether to go on with the next step, or with its siblings only.
 */
export async function recordOutcome(
  db: Database,
  claim: Claim,
  outcome: StepOutcome,
  now: Date,
): Promise<'go-on' | 'postponed' | 'stop'> {
  return db.$transaction(async (tx) => {
    await lockSubmission(tx, claim.submissionId);
    const step = await tx.submissionStep.findUniqueOrThrow({ where: { id: claim.stepId } });
    const isOpen = step.state === 'running' || step.state === 'unknown';
    if (step.attempts !== claim.attempt || !isOpen) return 'stop';
    const delay = toRetryDelay(step, outcome);
    if (delay !== null) {
      await postpone(tx, step, outcome, { delay, now });
      return 'postponed';
    }
    const state = nextStepState(step.state, stepEvents[outcome.kind]);
    if (state === null) return 'stop';
    await tx.submissionStep.update({
      where: { id: step.id },
      data: {
        state,
        finishedAt: now,
        errorCode: 'errorCode' in outcome ? outcome.errorCode : null,
        detail: { ...readStepDetail(step.detail), proof: outcome.proof },
      },
    });
    if (isSending(claim.kind)) {
      if (stepEvents[outcome.kind] === 'succeed') await addDocumentSteps(tx, step.id);
      await settle(tx, claim, outcome, now);
    } else if (claim.kind !== 'receipt-mail') await recordDocuments(tx, claim, outcome);
    await tellSubmission(tx, claim.submissionId, null);
    return 'go-on';
  });
}

/** Seconds before another attempt, or null when there is none: not retryable, or the last was made. */
function toRetryDelay(step: SubmissionStep, outcome: StepOutcome): number | null {
  if (outcome.kind !== 'not-received' || !outcome.retryable) return null;
  if (nextStepState(step.state, 'retry') === null) return null;
  return findRetryDelay(step.attempts - (readStepDetail(step.detail).attemptsBefore ?? 0));
}

async function postpone(
  tx: Transaction,
  step: SubmissionStep,
  outcome: StepOutcome,
  { delay, now }: { delay: number; now: Date },
): Promise<void> {
  await tx.submissionStep.update({
    where: { id: step.id },
    data: {
      state: 'waiting',
      sendingAt: null,
      errorCode: 'errorCode' in outcome ? outcome.errorCode : null,
      detail: {
        ...readStepDetail(step.detail),
        proof: outcome.proof,
        nextAttemptAt: new Date(now.getTime() + delay * 1000).toISOString(),
      },
    },
  });
  await enqueue(tx, runSubmissionJob, { submissionId: step.submissionId }, { startAfterSeconds: delay });
  await tellSubmission(tx, step.submissionId, null);
}

const kinds = { unknown: 'unknown', refused: 'refused', failed: 'not-received' } as const;

/**
 * The submission and its declaration follow the sending, once all of it has ended (one step, or one per agency). A person's word,
 * given meanwhile, is not overwritten.
 */
async function settle(tx: Transaction, claim: Claim, outcome: StepOutcome, now: Date): Promise<void> {
  const { submissionId } = claim;
  const submission = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      state: true,
      organizationId: true,
      organism: true,
      declaration: { select: { id: true, state: true } },
      steps: { where: { kind: claim.kind }, select: { state: true, errorCode: true }, orderBy: { position: 'asc' } },
    },
  });
  await lockShow(tx, submissionId);
  const { steps } = submission;
  const together = combineSteps(steps.map((step) => step.state));
  if (together === 'pending') return;
  const kind = together === 'succeeded' ? outcome.kind : kinds[together];
  const errorCode = steps.find((step) => step.state === together)?.errorCode ?? null;
  const event = declarationEvents[kind];
  const state = nextDeclarationState(submission.state, event);
  const declarationState = nextDeclarationState(submission.declaration.state, event);
  if (state === null || declarationState === null) return;
  await tx.submission.update({
    where: { id: submissionId },
    data: {
      state,
      finishedAt: now,
      message: outcome.message ?? null,
      errorCode,
      ...(outcome.answers && { answers: outcome.answers }),
    },
  });
  await tx.declaration.update({ where: { id: submission.declaration.id }, data: { state: declarationState } });
  await closeCorrection(tx, submissionId);
  await addReceiptStep(tx, submissionId);
  const received = steps.filter((step) => step.state === 'succeeded').length;
  await recordAudit(tx, {
    action: auditActions[kind],
    organizationId: submission.organizationId,
    actor: service,
    subject: submissionId,
    detail: {
      organism: submission.organism,
      ...(errorCode !== null && { errorCode }),
      ...(steps.length > 1 && { agencies: steps.length, received }),
    },
  });
}

/** The declaration is what it was: this tells the journal what became of the documents alone. */
async function recordDocuments(
  tx: Transaction,
  { submissionId, mailNumber }: Claim,
  outcome: StepOutcome,
): Promise<void> {
  const { organizationId, organism } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { organizationId: true, organism: true },
  });
  const isSent = stepEvents[outcome.kind] === 'succeed';
  await recordAudit(tx, {
    action: isSent ? 'submission.documents-sent' : 'submission.documents-failed',
    organizationId,
    actor: service,
    subject: submissionId,
    detail: { organism, mailNumber, ...('errorCode' in outcome && { errorCode: outcome.errorCode }) },
  });
}

function isSending(kind: StepKind): boolean {
  return sendingStepKinds.some((sending) => sending === kind);
}
