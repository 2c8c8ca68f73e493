import 'server-only';
import { nextStepState } from '@/domain/declaration/status';
import { type Database, type Transaction } from '@/server/db/client';
import { type SubmissionStep } from '@/server/db/generated/client';
import { stepKinds } from './get-submission.schema';
import { type StepKind } from './step-outcome';
import { readStepDetail, type StepDetail } from './step-detail';

/** Right to do one attempt of one step. `attempt` grows with each claim: an older holder can no longer send. */
export type Claim = {
  readonly submissionId: string;
  readonly stepId: string;
  readonly kind: StepKind;
  readonly attempt: number;
  /** The mail whose documents it carries, from 1; null when it carries none. */
  readonly mailNumber: number | null;
};

export type ClaimResult =
  | { readonly kind: 'claimed' | 'interrupted'; readonly claim: Claim }
  /** Another worker may be exchanging with the organism right now. */
  | { readonly kind: 'in-flight' }
  /** Every step has ended. */
  | { readonly kind: 'nothing' };

/** Who runs, as the queue says it: a second run of one job means that the first is over, whatever became of it. */
export type Runner = { readonly jobId: string; readonly attempt: number; readonly now: Date };

/** Steps tried in this run and waiting for a later one: their siblings (other agencies) do not wait for them. */
export type Postponed = { readonly kind: StepKind; readonly stepIds: readonly string[] };

/** Longer than any exchange: past it, whoever recorded `sendingAt` is not coming back. */
const exchangeSeconds = 180;

/**
 * Takes the first step that has not ended. A step without `sendingAt` may be taken over from anybody: its bytes have not left,
 * and the previous holder can no longer record that they will. With `sendingAt` and no outcome, it was interrupted: nobody
 * sends it again. With `postponed`, only their siblings: what comes after them waits for them.
 */
export async function claimStep(
  db: Database,
  submissionId: string,
  runner: Runner,
  postponed?: Postponed,
): Promise<ClaimResult> {
  return db.$transaction(async (tx) => {
    await lockSubmission(tx, submissionId);
    const step = await tx.submissionStep.findFirst({
      where: {
        submissionId,
        state: { in: ['waiting', 'running'] },
        ...(postponed && { kind: postponed.kind, id: { notIn: [...postponed.stepIds] } }),
      },
      orderBy: { position: 'asc' },
    });
    if (!step) return { kind: 'nothing' };
    const detail = readStepDetail(step.detail);
    if (step.sendingAt === null) {
      const claim = await take(tx, step, detail, runner);
      return claim ? { kind: 'claimed', claim } : { kind: 'in-flight' };
    }
    if (isStillInFlight(step.sendingAt, detail, runner)) return { kind: 'in-flight' };
    return { kind: 'interrupted', claim: toClaim(step) };
  });
}

/** Everything that moves a submission holds this row. */
export async function lockSubmission(tx: Transaction, submissionId: string): Promise<void> {
  await tx.$queryRaw`SELECT id FROM "Submission" WHERE id = ${submissionId}::uuid FOR UPDATE`;
}

/** Null when its holder recorded that it sends since the step was read: that record does not wait for this transaction. */
async function take(tx: Transaction, step: SubmissionStep, detail: StepDetail, runner: Runner): Promise<Claim | null> {
  const { nextAttemptAt: _over, ...kept } = detail;
  const state = step.state === 'running' ? 'running' : nextStepState(step.state, 'start');
  const [taken] = await tx.submissionStep.updateManyAndReturn({
    where: { id: step.id, attempts: step.attempts, sendingAt: null },
    data: {
      state: state ?? step.state,
      attempts: { increment: 1 },
      detail: { ...kept, jobId: runner.jobId, jobAttempt: runner.attempt },
    },
  });
  return taken ? toClaim(taken) : null;
}

function isStillInFlight(sendingAt: Date, detail: StepDetail, runner: Runner): boolean {
  const isLaterRun = detail.jobId === runner.jobId && runner.attempt > (detail.jobAttempt ?? 0);
  return !isLaterRun && runner.now.getTime() - sendingAt.getTime() < exchangeSeconds * 1000;
}

function toClaim(step: SubmissionStep): Claim {
  const kind = toStepKind(step.kind);
  // The first mail to SACEM carries the statement and as many documents as it can.
  const mailNumber = kind === 'sacem-mail' ? 1 : (readStepDetail(step.detail).mailNumber ?? null);
  return { submissionId: step.submissionId, stepId: step.id, kind, attempt: step.attempts, mailNumber };
}

export function toStepKind(kind: string): StepKind {
  const known = stepKinds.find((candidate) => candidate === kind);
  if (!known) throw new Error(`unknown step ${kind}`);
  return known;
}
