import 'server-only';
import { type ReminderKind } from '@/domain/automation/plan-reminder';
import { isBlocking } from '@/domain/declaration/issues';
import { parseQuarterKey, quarterDeadline } from '@/domain/quarter';
import { type ReminderGroup, type ReminderLine } from '@/emails/reminders';
import { type Database } from '@/server/db/client';
import { findQuarterStates } from './find-quarter-states';
import { canTransmit } from '@/domain/declaration/status';
import { loadContents, type ShowContent } from './load-contents';
import { loadWaiting, type WaitingDeclaration } from './load-waiting';

type Waiting = {
  readonly id: string;
  readonly organizationId: string;
  readonly declarationId: string | null;
  readonly period: string | null;
};

type Person = { readonly id: string; readonly firstname: string; readonly lastname: string; readonly email: string };

export type ReminderGroups = {
  readonly groups: readonly ReminderGroup[];
  /** Reminders that the groups tell. */
  readonly toldIds: readonly string[];
  /** Said to be ready, and not so any more. */
  readonly notReadyIds: readonly string[];
};

type Told = { readonly id: string; readonly line: ReminderLine };

/**
 * What a mail says of these reminders as things are now, structure by structure. Structures that the person left, and declarations that
 * were received or given up meanwhile, are left out. A number of queries by structure, not by declaration.
 */
export async function loadReminderGroups(
  db: Database,
  request: { waiting: readonly Waiting[]; kind: ReminderKind; baseUrl: string; user: Person },
  now: Date,
): Promise<ReminderGroups> {
  const { waiting, user } = request;
  const organizations = await db.organization.findMany({
    where: {
      id: { in: [...new Set(waiting.map(({ organizationId }) => organizationId))] },
      memberships: { some: { userId: user.id } },
    },
    select: { id: true, name: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  const groups: ReminderGroup[] = [];
  const toldIds: string[] = [];
  const notReadyIds: string[] = [];
  for (const { id, name } of organizations) {
    const own = waiting.filter(({ organizationId }) => organizationId === id);
    const found = await loadGroup(db, { ...request, organizationId: id, waiting: own }, now);
    notReadyIds.push(...found.notReadyIds);
    if (found.told.length === 0) continue;
    const lines = found.told
      .map(({ line }) => line)
      .sort((left, right) => left.dueAt.getTime() - right.dueAt.getTime());
    groups.push({ organizationName: name, lines });
    toldIds.push(...found.told.map((told) => told.id));
  }
  return { groups, toldIds, notReadyIds };
}

async function loadGroup(
  db: Database,
  request: { organizationId: string; waiting: readonly Waiting[]; kind: ReminderKind; baseUrl: string; user: Person },
  now: Date,
): Promise<{ readonly told: readonly Told[]; readonly notReadyIds: readonly string[] }> {
  const { organizationId, waiting, kind, baseUrl, user } = request;
  const ids = waiting.flatMap(({ declarationId }) => declarationId ?? []);
  const rows = await loadWaiting(db, { organizationId, ids }, now);
  const { firstname, lastname, email } = user;
  const seriesIds = rows.map(({ seriesId }) => seriesId);
  const contents = await loadContents(
    db,
    { organizationId, seriesIds, declarant: { firstname, lastname, email } },
    now,
  );
  const base = `${baseUrl}/structures/${organizationId}`;
  const told: Told[] = [];
  const notReadyIds: string[] = [];
  for (const reminder of waiting) {
    const row = rows.find(({ id }) => id === reminder.declarationId);
    const content = row && contents.get(row.seriesId);
    const line = row && content && canTransmit(row.state) ? toLine(row, content, base) : null;
    if (!line || isPast(kind, line.dueAt, now)) continue;
    if (kind === 'ready' && line.missing.length > 0) notReadyIds.push(reminder.id);
    else told.push({ id: reminder.id, line });
  }
  const states = await findQuarterStates(db, organizationId, waiting);
  for (const { id, period } of waiting) {
    const quarter = period === null ? null : parseQuarterKey(period);
    if (period === null || !quarter || !canTransmit(states.get(period) ?? 'draft')) continue;
    const { dueAt } = quarterDeadline(quarter);
    if (!isPast(kind, dueAt, now)) told.push({ id, line: toQuarterLine(period, dueAt, base) });
  }
  return { told, notReadyIds };
}

/** A mail that could not leave for days has nothing to say any more of a deadline to come. */
function isPast(kind: ReminderKind, dueAt: Date, now: Date): boolean {
  return kind !== 'late' && dueAt < now;
}

function toLine(row: WaitingDeclaration, content: ShowContent, base: string): ReminderLine | null {
  if (row.dueAt === null) return null;
  const missing = content.issuesOf(row.organism).filter(isBlocking);
  const show = `${base}/spectacles/${row.seriesId}`;
  const { performances, paidTickets, freeTickets, ticketing } = content.totals;
  const automatic = row.automatic;
  return {
    name: row.seriesName,
    organism: row.organism,
    dueAt: row.dueAt,
    totals: { performances, tickets: paidTickets + freeTickets, includingTaxesCents: ticketing.includingTaxesCents },
    missing: missing.map(({ field, code }) => ({ field, code })),
    plannedFor: automatic && automatic.stoppedAt === null && automatic.sentAt === null ? automatic.plannedFor : null,
    href: missing.length === 0 ? `${show}/transmettre` : show,
  };
}

function toQuarterLine(period: string, dueAt: Date, base: string): ReminderLine {
  return {
    name: period,
    organism: 'SIBIL',
    dueAt,
    totals: null,
    missing: [],
    plannedFor: null,
    href: `${base}/sibil/${period}`,
  };
}
