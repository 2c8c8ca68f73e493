import 'server-only';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { importMappingSchema } from '@/domain/ticketing/import/mapping';
import { type Database } from '@/server/db/client';
import { type JobContext } from '@/server/jobs/define-job';
import { logger } from '@/server/logger';
import { notify } from '@/server/realtime/notify';
import { forgetBytes } from './forget-bytes';
import { readExportFile } from './read-export-file';
import { rememberedMapping } from './remembered-mapping';

type Payload = { readonly importId: string; readonly revision: number };

/** Two notices a second are enough for a count to grow smoothly. */
const noticeMilliseconds = 500;

/**
 * Reads the bytes of a file with its mapping, else with the one remembered for files of its shape, else with the one that is
 * recognised. Run twice, it writes the same reading; a newer revision leaves this one without effect.
 */
export async function runReading(db: Database, { importId, revision }: Payload, job: JobContext): Promise<void> {
  const isCurrent = { id: importId, revision, state: { in: ['queued', 'reading'] as const } };
  const { count } = await db.importFile.updateMany({
    where: { ...isCurrent, state: { in: [...isCurrent.state.in] } },
    data: { state: 'reading', rowsRead: 0 },
  });
  if (count === 0) return;
  const file = await db.importFile.findUniqueOrThrow({ where: { id: importId }, omit: { reading: true } });
  const { organizationId } = file;
  const where = { id: importId, revision, state: 'reading' as const };
  const tell = () => notify(db, { kind: 'import', organizationId, id: importId });
  await tell();
  try {
    const bytes = await loadBytes(db, importId);
    const known = importMappingSchema.safeParse(file.mapping);
    const read = await readExportFile(
      { name: file.name, bytes },
      {
        mapping: known.success ? known.data : null,
        remembered: (shape) => rememberedMapping(db, organizationId, shape),
        signal: job.signal,
        onRows: throttle(async (rowsRead) => {
          await db.importFile.updateMany({ where, data: { rowsRead } });
          await tell();
        }),
      },
    );
    const { shape, mapping, isRemembered, rows, reading } = read;
    await db.importFile.updateMany({
      where,
      data: {
        state: 'read',
        shape,
        mapping,
        isRemembered: file.isRemembered || isRemembered,
        rowsRead: rows,
        reading: JSON.parse(JSON.stringify(reading)),
      },
    });
  } catch (error) {
    if (error instanceof ExportRefusal) {
      await db.importFile.updateMany({ where, data: { state: 'refused', refusal: error.sentence } });
      await forgetBytes(db, importId);
    } else {
      if (job.lastAttempt && !job.signal.aborted) await db.importFile.updateMany({ where, data: { state: 'failed' } });
      await tell();
      throw error;
    }
  }
  await tell();
}

/** The whole file in memory, for as long as it is read: at most 30 MB, two files at once in a worker. */
async function loadBytes(db: Database, importId: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  for (let position = 0; ; position += 1) {
    const chunk = await db.importChunk.findUnique({ where: { importId_position: { importId, position } } });
    if (!chunk) return Buffer.concat(parts);
    parts.push(chunk.bytes);
  }
}

/** A count that is not told in time is told with the next one, or with the end. */
function throttle(act: (rows: number) => Promise<void>): (rows: number) => void {
  let actedAt = performance.now();
  return (rows) => {
    const at = performance.now();
    if (at - actedAt < noticeMilliseconds) return;
    actedAt = at;
    act(rows).catch((error: unknown) => logger().warn({ err: error }, 'progress not told'));
  };
}
