import 'server-only';
import { AppError } from '@/domain/errors';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { maxExportBytes } from '@/spreadsheet/limits';
import { enqueue } from '@/server/jobs/enqueue';
import { notify } from '@/server/realtime/notify';
import { type Actor } from '@/server/trpc/context';
import { readImportJob } from './read-import';

const chunkBytes = 1024 * 1024;
/** Files of one structure whose bytes are kept at the same time. */
const maxKeptFiles = 10;

/**
 * Writes a file to PostgreSQL as it comes, a chunk at a time: neither its size nor how slowly it comes weighs on the process.
 * Its reading is asked for in the transaction that makes it whole. One that is too large is refused before the rest is received.
 */
export async function receiveFile(
  actor: Actor,
  name: string,
  announcedBytes: number | null,
  body: AsyncIterable<Uint8Array>,
): Promise<{ importId: string }> {
  const { db, organizationId } = actor;
  if (announcedBytes !== null && announcedBytes > maxExportBytes) throw new ExportRefusal('too-large');
  const kept = await db.importFile.count({ where: { organizationId, chunks: { some: {} } } });
  if (kept >= maxKeptFiles) throw new AppError('too-many-requests', 'too many files are kept already');
  const { id: importId } = await db.importFile.create({ data: { organizationId, name }, select: { id: true } });
  try {
    const size = await writeChunks(actor, importId, body);
    if (size === 0) throw new ExportRefusal('empty');
    await db.$transaction(async (tx) => {
      await tx.importFile.update({ where: { id: importId }, data: { size, state: 'queued' } });
      await enqueue(tx, readImportJob, { importId, revision: 1 }, { correlationId: actor.correlationId });
      await notify(tx, { kind: 'import', organizationId, id: importId });
    });
    return { importId };
  } catch (error) {
    await db.importFile.deleteMany({ where: { id: importId } });
    throw error;
  }
}

async function writeChunks({ db }: Actor, importId: string, body: AsyncIterable<Uint8Array>): Promise<number> {
  let size = 0;
  let position = 0;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = async () => {
    if (waitingBytes === 0) return;
    const bytes = Uint8Array.from(Buffer.concat(waiting));
    await db.importChunk.create({ data: { importId, position, bytes } });
    position += 1;
    waiting = [];
    waitingBytes = 0;
  };
  for await (const part of body) {
    size += part.byteLength;
    if (size > maxExportBytes) throw new ExportRefusal('too-large');
    waiting.push(part);
    waitingBytes += part.byteLength;
    if (waitingBytes >= chunkBytes) await flush();
  }
  await flush();
  return size;
}
