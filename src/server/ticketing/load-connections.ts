import 'server-only';
import * as z from 'zod';
import { type ErrorCode, errorCodes } from '@/domain/errors';
import { type Database } from '@/server/db/client';
import { type SynchronizationRun, type TicketingConnection } from '@/server/db/generated/client';
import { type ConnectionView, type RunView, runTriggers } from './list-connections.schema';

const warningsSchema = z.array(z.object({ code: z.string(), detail: z.string() }));

/** The connections of a structure as the screen shows them, oldest first. Three queries, however many there are. */
export async function loadConnections(db: Database, organizationId: string): Promise<ConnectionView[]> {
  const connections = await db.ticketingConnection.findMany({
    where: { organizationId },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    include: { _count: { select: { series: true } } },
  });
  const runIds = await db.$queryRaw<{ id: string }[]>`
    SELECT latest.id FROM "TicketingConnection" AS connection CROSS JOIN LATERAL (
      SELECT id FROM "SynchronizationRun" WHERE "connectionId" = connection.id ORDER BY "createdAt" DESC LIMIT 1
    ) AS latest WHERE connection."organizationId" = ${organizationId}::uuid`;
  const runs = await db.synchronizationRun.findMany({
    where: { id: { in: runIds.map(({ id }) => id) } },
    omit: { doneSeriesIds: true, checkpoint: true },
  });
  return connections.map((connection) =>
    toConnectionView(connection, runs.find((run) => run.connectionId === connection.id) ?? null),
  );
}

/** One run, as its connection shows it; null when it is no more. */
export async function loadRun(db: Database, runId: string): Promise<RunView | null> {
  const run = await db.synchronizationRun.findUnique({
    where: { id: runId },
    omit: { doneSeriesIds: true, checkpoint: true },
  });
  return run && toRunView(run);
}

/** A run as it is listed: without what only its resumption needs. */
type Run = Omit<SynchronizationRun, 'doneSeriesIds' | 'checkpoint'>;

function toConnectionView(
  connection: TicketingConnection & { _count: { series: number } },
  run: Run | null,
): ConnectionView {
  return {
    id: connection.id,
    system: connection.system,
    label: connection.label,
    credentialHint: connection.credentialHint,
    state: toState(connection, run),
    lastSuccessAt: toText(connection.lastSuccessAt),
    lastErrorAt: toText(connection.lastErrorAt),
    lastErrorCode: toErrorCode(connection.lastErrorCode),
    nextRunAt: toText(connection.nextRunAt),
    seriesCount: connection._count.series,
    run: run && toRunView(run),
  };
}

/** `run`: the one under way, else the last one. */
export function toState(
  connection: Pick<TicketingConnection, 'disconnectedAt' | 'consecutiveFailures' | 'lastSuccessAt'>,
  run: Pick<Run, 'state'> | null,
): ConnectionView['state'] {
  if (connection.disconnectedAt) return 'disconnected';
  if (run?.state === 'queued' || run?.state === 'running') return 'running';
  if (connection.consecutiveFailures > 0) return 'failing';
  return connection.lastSuccessAt ? 'healthy' : 'never-synchronized';
}

export function toRunView(run: Run): RunView {
  return {
    id: run.id,
    state: run.state,
    trigger: runTriggers.find((known) => known === run.trigger) ?? 'user',
    startedAt: toText(run.startedAt),
    finishedAt: toText(run.finishedAt),
    seriesTotal: run.seriesTotal,
    seriesDone: run.seriesDone,
    performancesDone: run.performancesDone,
    ticketsDone: run.ticketsDone,
    ticketsRead: run.ticketsRead,
    newSeries: run.newSeries,
    newPerformances: run.newPerformances,
    changedFigures: run.changedFigures,
    gonePerformances: run.gonePerformances,
    warnings: warningsSchema.parse(run.warnings),
    errorCode: toErrorCode(run.errorCode),
  };
}

function toText(instant: Date | null): string | null {
  return instant?.toISOString() ?? null;
}

/** A code of a previous release that is no longer in the list is still an error. */
export function toErrorCode(code: string | null): ErrorCode | null {
  return code === null ? null : (errorCodes.find((known) => known === code) ?? 'internal');
}
