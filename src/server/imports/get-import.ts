import 'server-only';
import type * as z from 'zod/mini';
import { AppError } from '@/domain/errors';
import { importMappingSchema } from '@/domain/ticketing/import/mapping';
import { loadRun } from '@/server/ticketing/load-connections';
import { type Actor } from '@/server/trpc/context';
import { type importScope, type ImportView } from './import-view.schema';
import { previewReading } from './preview-reading';
import { storedReadingSchema } from './stored-reading';

/** A file as its page shows it: what is known of it so far. */
export async function getImport(
  { db, organizationId }: Actor,
  { importId }: z.infer<typeof importScope>,
): Promise<ImportView> {
  const file = await db.importFile.findFirst({ where: { id: importId, organizationId } });
  if (!file) throw new AppError('not-found');
  const mapping = importMappingSchema.safeParse(file.mapping);
  const reading = storedReadingSchema.safeParse(file.reading);
  const connection =
    file.shape === null
      ? null
      : await db.ticketingConnection.findUnique({
          where: {
            organizationId_system_remoteAccount: { organizationId, system: 'file', remoteAccount: file.shape },
          },
          select: { label: true },
        });
  return {
    id: file.id,
    name: file.name,
    size: file.size,
    state: file.state,
    revision: file.revision,
    rowsRead: file.rowsRead,
    isRemembered: file.isRemembered,
    refusal: file.refusal,
    mapping: mapping.success ? mapping.data : null,
    reading: reading.success ? previewReading(reading.data) : null,
    label: connection?.label ?? toLabel(file.name),
    run: file.runId === null ? null : await loadRun(db, file.runId),
  };
}

/** «Export ventes 2026-06.csv» is proposed as «Export ventes 2026-06». */
function toLabel(name: string): string {
  return (
    name
      .replace(/\.[a-z]{3,4}$/i, '')
      .slice(0, 100)
      .trim() || 'Fichier importé'
  );
}
