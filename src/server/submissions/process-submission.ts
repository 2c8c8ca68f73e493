import 'server-only';
import { AppError } from '@/domain/errors';
import { type Database } from '@/server/db/client';
import { boundary } from '@/server/faults';
import { claimStep, type Claim, type Postponed } from './claim-step';
import { loadFrozenSubmission } from './load-frozen-submission';
import { persist } from './persist';
import { recordOutcome } from './record-outcome';
import { recordSending } from './record-sending';
import { type Deliveries, type StepOutcome } from './step-outcome';

export type SubmissionTools = {
  readonly db: Database;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
};

/** What the queue says of this run. */
export type SubmissionRun = { readonly jobId: string; readonly attempt: number; readonly signal: AbortSignal };

const interrupted: StepOutcome = {
  kind: 'unknown',
  errorCode: 'outcome-unknown',
  proof: { reason: 'interrupted' },
};

/**
 * Does the steps of a submission in order, each at most once (docs/adr/0002). It may be run any number of times, by several
 * workers at once, and die anywhere. Throws `already-being-sent` when another run may be in the middle of its exchange: the
 * queue comes back later.
 */
export async function processSubmission(
  { db, deliveries, now }: SubmissionTools,
  submissionId: string,
  run: SubmissionRun,
): Promise<void> {
  let postponed: Postponed | undefined;
  for (;;) {
    const runner = { jobId: run.jobId, attempt: run.attempt, now: now() };
    const result = await claimStep(db, submissionId, runner, postponed);
    if (result.kind === 'nothing') return;
    if (result.kind === 'in-flight') throw new AppError('already-being-sent', 'another run is in its exchange');
    boundary('step.claimed');
    const outcome =
      result.kind === 'interrupted' ? interrupted : await attempt({ db, deliveries, now }, result.claim, run.signal);
    boundary('step.delivered');
    const next = await persist(() => recordOutcome(db, result.claim, outcome, now()), run.signal);
    boundary('step.outcome-recorded');
    if (next === 'stop') return;
    if (next === 'postponed') {
      const { kind, stepId } = result.claim;
      postponed = { kind, stepIds: [...(postponed?.stepIds ?? []), stepId] };
    }
  }
}

async function attempt(
  { db, deliveries, now }: SubmissionTools,
  claim: Claim,
  signal: AbortSignal,
): Promise<StepOutcome> {
  const submission = await loadFrozenSubmission(db, claim);
  let sendingAt: Date | null = null;
  return deliveries[claim.kind](submission, {
    stepKey: claim.stepId,
    signal,
    async beforeBytes() {
      const moment = now();
      await recordSending(db, claim, { previous: sendingAt, now: moment });
      sendingAt = moment;
      boundary('step.sending-recorded');
    },
  });
}
