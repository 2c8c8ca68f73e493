import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { type Actor } from '@/server/trpc/context';
import { type RunsPage, type listRunsInput, runsPageSize } from './list-runs.schema';
import { toRunView } from './load-connections';

/** History of one connection, the last run first: four queries, however many runs there are. */
export async function listRuns(
  { db, organizationId }: Actor,
  { connectionId, page }: z.infer<typeof listRunsInput>,
): Promise<RunsPage> {
  const connection = await db.ticketingConnection.findFirst({
    where: { id: connectionId, organizationId },
    select: { id: true, system: true, label: true },
  });
  if (!connection) throw new AppError('not-found');
  const [total, runs] = await Promise.all([
    db.synchronizationRun.count({ where: { connectionId } }),
    db.synchronizationRun.findMany({
      where: { connectionId },
      omit: { doneSeriesIds: true, checkpoint: true },
      include: { _count: { select: { changes: true } } },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * runsPageSize,
      take: runsPageSize,
    }),
  ]);
  return {
    connection,
    rows: runs.map((run) => ({
      ...toRunView(run),
      createdAt: run.createdAt.toISOString(),
      changes: run._count.changes,
    })),
    total,
    page,
    pageCount: Math.max(1, Math.ceil(total / runsPageSize)),
  };
}
