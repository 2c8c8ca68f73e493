import 'server-only';
import type * as z from 'zod/mini';
import { type DeadlineGroup, toDeadlineGroup } from '@/domain/calendar';
import { type Database } from '@/server/db/client';
import { type DeclarationState, type Organism } from '@/server/db/generated/client';
import { findDueQuarters } from '@/server/sibil/find-due-quarters';
import { type Actor } from '@/server/trpc/context';
import { findChanged } from './find-changed';
import { findDeadline, findNearestDeadline } from './find-deadline';
import { findMissing } from './find-missing';
import { groupByDeadline } from './group-by-deadline';
import { type Todo, type TodoItem, type listTodoInput } from './list-todo.schema';

const groupSize = 50;

/** A declaration to make, or a show over without any organism chosen. */
type Candidate = {
  readonly id: string;
  readonly name: string;
  readonly lastStartAt: Date;
  readonly organism: Organism | null;
  readonly state: DeclarationState | null;
  readonly dueAt: Date | null;
  readonly submissionId: string | null;
};

/**
 * What a structure has to declare, by deadline: shows that are over, with the declarations that were not received yet and those
 * whose outcome a person must settle, the quarters due to SIBIL, and what was declared and changed since. The number of queries does not depend on the number of shows.
 */
export async function listTodo(actor: Actor, _input: z.infer<typeof listTodoInput>): Promise<Todo> {
  const { db, organizationId } = actor;
  const now = new Date();
  const candidates = await loadCandidates(db, organizationId, now);
  const groups = groupByDeadline(candidates, now, { computeDueAt: findNearestDueAt, limit: groupSize });
  const items = (group: DeadlineGroup) => groups[group].shown.map(toItem);
  const [late, thisWeek, later] = [items('late'), items('this-week'), items('later')];
  const missing = await findMissing(actor, [...late, ...thisWeek, ...later], now);
  const quarters = await findDueQuarters(db, organizationId, now);
  const complete = (group: DeadlineGroup, own: readonly Omit<TodoItem, 'missing'>[]): Todo['late'] => ({
    quarters: quarters.filter(({ dueAt }) => toDeadlineGroup(new Date(dueAt), now) === group),
    items: own.map((item) => ({ ...item, missing: missing(item) })),
    more: groups[group].count - own.length,
  });
  return {
    received: await findChanged(db, organizationId),
    late: complete('late', late),
    thisWeek: complete('this-week', thisWeek),
    later: complete('later', later),
    next: candidates.length + quarters.length > 0 ? null : await findNext(db, organizationId, now),
  };
}

/** What is not declared show by show has no deadline here. */
async function loadCandidates(db: Database, organizationId: string, now: Date): Promise<Candidate[]> {
  const rows = await db.$queryRaw<Candidate[]>`
    SELECT series.id, series.name, series."lastStartAt", declaration.organism, declaration.state, declaration."dueAt",
      (SELECT submission.id FROM "Submission" AS submission WHERE submission."declarationId" = declaration.id
       ORDER BY submission.number DESC LIMIT 1) AS "submissionId"
    FROM "Series" AS series LEFT JOIN "Declaration" AS declaration ON declaration."seriesId" = series.id
    WHERE series."organizationId" = ${organizationId}::uuid AND series."lastEndAt" < ${now}
      AND (declaration.id IS NULL OR declaration.state IN ('draft', 'refused', 'failed', 'unknown'))
    ORDER BY series."searchText" COLLATE "C", series.id, declaration.organism`;
  return rows.map(withDueAt).filter(({ organism, dueAt }) => organism === null || dueAt !== null);
}

/** Deadlines are stored with declarations; computing one is for the rare row that has none. */
function withDueAt(row: Candidate): Candidate {
  if (row.organism === null || row.dueAt !== null) return row;
  return { ...row, dueAt: findDeadline(row.organism, row.lastStartAt)?.dueAt ?? null };
}

/** Of a show without any organism chosen. */
function findNearestDueAt(lastStartAt: Date): Date {
  return findNearestDeadline(lastStartAt).dueAt;
}

function toItem(candidate: Candidate & { readonly dueAt: Date }): Omit<TodoItem, 'missing'> {
  const { id, name, lastStartAt, organism, state, dueAt, submissionId } = candidate;
  const deadline = organism ? findDeadline(organism, lastStartAt) : findNearestDeadline(lastStartAt);
  return {
    seriesId: id,
    seriesName: name,
    lastPerformanceAt: lastStartAt.toISOString(),
    organism,
    state,
    submissionId,
    dueAt: dueAt.toISOString(),
    dueSource: deadline?.source ?? '',
  };
}

async function findNext(db: Database, organizationId: string, now: Date): Promise<Todo['next']> {
  const next = await db.series.findFirst({
    where: { organizationId, lastEndAt: { gte: now } },
    orderBy: [{ lastEndAt: 'asc' }, { id: 'asc' }],
    select: { id: true, name: true, lastEndAt: true },
  });
  return next?.lastEndAt ? { seriesId: next.id, seriesName: next.name, endsAt: next.lastEndAt.toISOString() } : null;
}
