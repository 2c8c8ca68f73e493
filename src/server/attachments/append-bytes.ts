import 'server-only';
import { type Database } from '@/server/db/client';

/** How much may be lost when a process dies: what it has not written yet. */
const pieceBytes = 256 * 1024;

/** Another request wrote at this place first: whoever comes asks again where to go on. */
export class OffsetConflict extends Error {
  override readonly name = 'OffsetConflict';
}

/**
 * Writes what comes, a piece at a time, from `offset` on; answers the offset it got to. Each piece is committed with the count of
 * received bytes, which must still be the one it follows: of two requests on one file, through one process or two, one goes on. When
 * the sender goes away, what came is kept.
 */
export async function appendBytes(
  db: Database,
  attachmentId: string,
  offset: number,
  stream: AsyncIterable<Uint8Array>,
): Promise<number> {
  let reached = offset;
  let waiting: Uint8Array[] = [];
  let waitingBytes = 0;
  const flush = async () => {
    if (waitingBytes === 0) return;
    const bytes = Buffer.concat(waiting);
    [waiting, waitingBytes] = [[], 0];
    await writePiece(db, attachmentId, reached, bytes);
    reached += bytes.byteLength;
  };
  try {
    for await (const part of stream) {
      waiting.push(part);
      waitingBytes += part.byteLength;
      if (waitingBytes >= pieceBytes) await flush();
    }
  } catch (error) {
    if (!(error instanceof OffsetConflict)) await flush();
    throw error;
  }
  await flush();
  return reached;
}

async function writePiece(db: Database, attachmentId: string, position: number, bytes: Buffer): Promise<void> {
  const written = await db.$executeRaw`
    WITH moved AS (
      UPDATE "Attachment" SET received = received + ${bytes.byteLength}, "updatedAt" = now()
      WHERE id = ${attachmentId}::uuid AND state = 'uploading' AND "removedAt" IS NULL AND received = ${position}
      RETURNING id
    )
    INSERT INTO "AttachmentChunk" ("attachmentId", position, bytes) SELECT id, ${position}, ${bytes} FROM moved`;
  if (written !== 1) throw new OffsetConflict(`attachment ${attachmentId} is no longer at ${position}`);
}
