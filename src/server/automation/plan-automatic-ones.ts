import 'server-only';
import { type AutomaticStep, nextMorning, planAutomatic } from '@/domain/automation/plan-automatic';
import { type DeclarationIssue } from '@/domain/declaration/issue';
import { isBlocking } from '@/domain/declaration/issues';
import { type Transaction } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { notify } from '@/server/realtime/notify';
import { type ShowContent } from './load-contents';
import { type Member } from './load-members';
import { type WaitingDeclaration } from './load-waiting';
import { giveUpAutomatic, type StopReason } from './give-up-automatic';
import { announceTransmissionJob } from './announce-transmission';
import { transmitAutomaticallyJob } from './transmit-automatically';

/** What becomes of a transmission that was allowed, and why when it is given up. */
export type AutomaticPlan = {
  readonly declarationId: string;
  readonly seriesId: string;
  readonly step: Exclude<AutomaticStep, 'wait'>;
  readonly reason: StopReason;
};

/** What is to be done today of what people allowed to leave by itself. */
export function planAutomaticOnes(
  waiting: readonly WaitingDeclaration[],
  contents: ReadonlyMap<string, ShowContent>,
  now: Date,
): readonly AutomaticPlan[] {
  return waiting.flatMap((one) => {
    const { automatic, state, dueAt } = one;
    if (!automatic || automatic.stoppedAt !== null || automatic.sentAt !== null) return [];
    const reason = findUnfitness(one, contents.get(one.seriesId)?.issuesOf(one.organism) ?? [], now);
    const { announcedAt, plannedFor } = automatic;
    const step = planAutomatic({ state, dueAt, isFit: reason === null, announcedAt, plannedFor }, now);
    if (step === 'wait') return [];
    return { declarationId: one.id, seriesId: one.seriesId, step, reason: reason ?? 'deadline' };
  });
}

/** Why a declaration must not leave by itself; null when it may. */
export function findUnfitness(
  { state, dueAt, isStill }: Pick<WaitingDeclaration, 'state' | 'dueAt' | 'isStill'>,
  issues: readonly DeclarationIssue[],
  now: Date,
): StopReason | null {
  if (state !== 'draft') return 'state';
  if (dueAt === null || dueAt.getTime() < now.getTime()) return 'deadline';
  if (issues.some(isBlocking)) return 'incomplete';
  if (!isStill) return 'figures';
  return issues.length > 0 ? 'warnings' : null;
}

/** Does it, in the transaction that took the day: announces, enqueues what leaves, gives up what must not. */
export async function writeAutomaticPlans(
  tx: Transaction,
  { organizationId, members }: { readonly organizationId: string; readonly members: readonly Member[] },
  plans: readonly AutomaticPlan[],
  now: Date,
): Promise<void> {
  for (const { declarationId, seriesId, step, reason } of plans) {
    if (step === 'send') await enqueue(tx, transmitAutomaticallyJob, { declarationId });
    else if (step === 'give-up') await giveUpAutomatic(tx, declarationId, reason, now);
    else {
      const { count } = await tx.automaticTransmission.updateMany({
        where: {
          declarationId,
          sentAt: null,
          stoppedAt: null,
          OR: [{ plannedFor: null }, { plannedFor: { lte: now }, announcedAt: null }],
        },
        data: { plannedFor: nextMorning(now) },
      });
      if (count === 0) continue;
      for (const { userId } of members) await enqueue(tx, announceTransmissionJob, { declarationId, userId });
      await notify(tx, { kind: 'series', organizationId, id: seriesId, by: null });
    }
  }
}
