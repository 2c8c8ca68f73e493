import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { importMappingSchema } from '@/domain/ticketing/import/mapping';
import { recordAudit } from '@/server/audit/record';
import { type Transaction } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { notify } from '@/server/realtime/notify';
import { toAuditActor } from '@/server/ticketing/to-audit-actor';
import { type Actor } from '@/server/trpc/context';
import { type confirmImportInput } from './import-view.schema';
import { storeImportJob } from './store-import';
import { storedReadingSchema } from './stored-reading';

/**
 * Takes what is on screen: the mapping is remembered for files of the same columns, which make one connection, and what was read
 * is stored as a run of it. Two clicks make one run.
 */
export async function confirmImport(actor: Actor, input: z.infer<typeof confirmImportInput>): Promise<void> {
  const { db, organizationId } = actor;
  const { importId, label } = input;
  await db.$transaction(async (tx) => {
    const shape = await claimReading(tx, organizationId, input);
    if (shape === null) return;
    const file = await tx.importFile.findUniqueOrThrow({ where: { id: importId } });
    const mapping = importMappingSchema.parse(file.mapping);
    const reading = storedReadingSchema.parse(file.reading);
    if (reading.needs.length > 0 || reading.series.length === 0) throw new AppError('import-incomplete');
    const connection = await tx.ticketingConnection.upsert({
      where: { organizationId_system_remoteAccount: { organizationId, system: 'file', remoteAccount: shape } },
      create: { organizationId, system: 'file', remoteAccount: shape, label },
      update: { label, disconnectedAt: null },
      select: { id: true },
    });
    await tx.importShape.upsert({
      where: { organizationId_shape: { organizationId, shape } },
      create: { organizationId, shape, mapping },
      update: { mapping },
    });
    const [run] = await tx.synchronizationRun.createManyAndReturn({
      data: [{ connectionId: connection.id, trigger: 'file', since: new Date(), seriesTotal: reading.series.length }],
      skipDuplicates: true,
      select: { id: true },
    });
    if (!run) throw new AppError('import-under-way');
    await tx.importFile.update({ where: { id: importId }, data: { state: 'storing', runId: run.id } });
    await enqueue(tx, storeImportJob, { importId }, { correlationId: actor.correlationId });
    await recordAudit(tx, {
      action: 'import.confirmed',
      organizationId,
      actor: toAuditActor(actor),
      subject: connection.id,
      detail: { label, file: file.name, series: reading.series.length, unreadableRows: reading.unreadableCount },
    });
    await notify(tx, { kind: 'connection', organizationId, id: connection.id });
    await notify(tx, { kind: 'import', organizationId, id: importId });
  });
}

/** The shape of the file, its row locked; null when it has been confirmed already: the second click has nothing to do. */
async function claimReading(
  tx: Transaction,
  organizationId: string,
  { importId, revision }: { readonly importId: string; readonly revision: number },
): Promise<string | null> {
  const [row] = await tx.$queryRaw<{ state: string; revision: number; shape: string | null }[]>`
    SELECT state::text, revision, shape FROM "ImportFile"
    WHERE id = ${importId}::uuid AND "organizationId" = ${organizationId}::uuid FOR UPDATE`;
  if (!row) throw new AppError('not-found');
  if (row.revision === revision && (row.state === 'storing' || row.state === 'stored')) return null;
  if (row.revision !== revision || row.state !== 'read' || row.shape === null) throw new AppError('stale-version');
  return row.shape;
}
