import 'server-only';
import { planReminder, type ReminderKind } from '@/domain/automation/plan-reminder';
import { toParisDay } from '@/domain/calendar';
import { isBlocking } from '@/domain/declaration/issues';
import { type DeclarationState } from '@/domain/declaration/status';
import { type Database, type Transaction } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { findDueQuarters } from '@/server/sibil/find-due-quarters';
import { type AutomaticPlan, planAutomaticOnes, writeAutomaticPlans } from './plan-automatic-ones';
import { loadContents } from './load-contents';
import { loadMembers, type Member } from './load-members';
import { loadWaiting } from './load-waiting';
import { type PlannedReminder, writeReminders } from './write-reminders';
import { sendRemindersJob } from './send-reminders';

/** Structures are planned one after the other: what one person hears of several of them leaves in one mail, a little later. */
const gatheringSeconds = 60;

/** Something to be reminded of: a declaration, or a quarter for SIBIL. */
type Subject = { readonly declarationId: string | null; readonly period: string | null };
type Remindable = Subject & {
  readonly state: DeclarationState;
  readonly dueAt: Date | null;
  readonly isReady: boolean;
};

/**
 * The planning of one structure for one Paris day: who is told what, what leaves by itself. Reads first, then one transaction that takes
 * the day, writes reminders (unique in the database) and enqueues their mails. Two workers at once, or a replay: one effect. The number of
 * queries that read depends neither on shows nor on members.
 */
export async function planOrganization(db: Database, organizationId: string, now: Date): Promise<void> {
  const members = await loadMembers(db, organizationId);
  const { remindables, automatic } = await loadPlan(db, { organizationId, members }, now);
  const planned = planReminders(members, remindables, now);
  await db.$transaction(
    async (tx) => {
      if (!(await takeDay(tx, organizationId, toParisDay(now)))) return;
      const written = await writeReminders(tx, organizationId, planned, now);
      for (const { userId, kind } of written) {
        await enqueue(tx, sendRemindersJob, { userId, kind }, { startAfterSeconds: gatheringSeconds });
      }
      await writeAutomaticPlans(tx, { organizationId, members }, automatic, now);
    },
    { timeout: 60_000, maxWait: 10_000 },
  );
}

type Planned = { readonly remindables: readonly Remindable[]; readonly automatic: readonly AutomaticPlan[] };

async function loadPlan(
  db: Database,
  { organizationId, members }: { organizationId: string; members: readonly Member[] },
  now: Date,
): Promise<Planned> {
  const [first] = members;
  if (!first) return { remindables: [], automatic: [] };
  const waiting = await loadWaiting(db, { organizationId }, now);
  // Only what may have something to say today is worth reading whole.
  const candidates = waiting.filter((one) => {
    const hopeful = { ...one, ...ofDeclaration(one.id), isReady: one.isStill };
    return (one.automatic && !one.automatic.stoppedAt) || planReminders(members, [hopeful], now).length > 0;
  });
  const { firstname, lastname, email } = first;
  const contents = await loadContents(
    db,
    {
      organizationId,
      seriesIds: candidates.map(({ seriesId }) => seriesId),
      declarant: { firstname, lastname, email },
    },
    now,
  );
  const quarters = await findDueQuarters(db, organizationId, now);
  const remindables = candidates.map((one) => {
    const issues = contents.get(one.seriesId)?.issuesOf(one.organism);
    const isReady = one.isStill && issues !== undefined && !issues.some(isBlocking);
    return { ...ofDeclaration(one.id), state: one.state, dueAt: one.dueAt, isReady };
  });
  return {
    remindables: [
      ...remindables,
      ...quarters.map(({ period, state, dueAt }) => {
        return { declarationId: null, period, state, dueAt: new Date(dueAt), isReady: false };
      }),
    ],
    automatic: planAutomaticOnes(candidates, contents, now),
  };
}

function ofDeclaration(declarationId: string): Subject {
  return { declarationId, period: null };
}

function planReminders(
  members: readonly Member[],
  remindables: readonly Remindable[],
  now: Date,
): readonly PlannedReminder[] {
  return members.flatMap((member) =>
    remindables.flatMap(({ declarationId, period, ...declaration }) => {
      const told = member.told.get(declarationId ?? period ?? '') ?? new Set<ReminderKind>();
      const { tell, settle } = planReminder({ ...declaration, told, muted: member.muted }, now);
      const subject = { declarationId, period, userId: member.userId };
      return [
        ...(tell ? [{ ...subject, kind: tell, isSettled: false }] : []),
        ...settle.map((kind) => ({ ...subject, kind, isSettled: true })),
      ];
    }),
  );
}

/** False when this structure was planned on this day already. */
async function takeDay(tx: Transaction, organizationId: string, day: string): Promise<boolean> {
  const taken = await tx.$executeRaw`
    UPDATE "Organization" SET "remindedOn" = ${day}
    WHERE id = ${organizationId}::uuid AND "remindedOn" IS DISTINCT FROM ${day}`;
  return taken === 1;
}
