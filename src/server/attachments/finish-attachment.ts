import 'server-only';
import { createHash } from 'node:crypto';
import { isFormLocked } from '@/domain/declaration/lock';
import { recordAudit } from '@/server/audit/record';
import { type Database, type Transaction } from '@/server/db/client';
import { notify } from '@/server/realtime/notify';
import { AttachmentRefusal } from './attachment-refusal';
import { type Content } from './content';
import { readContent } from './read-content';

/** Up to 5 MiB are read and looked at in it. */
const patience = { maxWait: 10_000, timeout: 30_000 };

const tooLate =
  'Ce spectacle a été transmis pendant l’envoi de ce fichier\u00a0: il n’est pas parti avec la déclaration. Envoyez-le vous-même à l’organisme.';

/** A file that came whole: what became of it. */
export type FinishedAttachment = { readonly state: 'ready' } | { readonly state: 'rejected'; readonly refusal: string };

/**
 * Looks at a file once it is whole: it is kept with its fingerprint, or its bytes are erased and the reason kept. May be asked again,
 * by any process, as long as nobody did it to the end; null while the file is not whole.
 */
export async function finishAttachment(db: Database, attachmentId: string): Promise<FinishedAttachment | null> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM "Attachment" WHERE id = ${attachmentId}::uuid FOR UPDATE`;
    const row = await tx.attachment.findUnique({
      where: { id: attachmentId },
      include: { series: { select: { declarations: { select: { state: true, correctingSince: true } } } } },
    });
    if (!row || row.received !== row.size) return null;
    if (row.state === 'ready') return { state: 'ready' };
    if (row.refusal !== null) return { state: 'rejected', refusal: row.refusal };
    const chunks = await tx.attachmentChunk.findMany({ where: { attachmentId }, orderBy: { position: 'asc' } });
    const bytes = Buffer.concat(chunks.map((chunk) => chunk.bytes));
    const isLocked = isFormLocked(row.series?.declarations ?? []);
    const verdict = isLocked ? new AttachmentRefusal(tooLate) : await judge(row.name, bytes);
    if (verdict instanceof AttachmentRefusal) {
      await tx.attachmentChunk.deleteMany({ where: { attachmentId } });
      await tx.attachment.update({
        where: { id: attachmentId },
        data: { state: 'rejected', refusal: verdict.sentence },
      });
      return { state: 'rejected', refusal: verdict.sentence };
    }
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await tx.attachment.update({
      where: { id: attachmentId },
      data: { state: 'ready', contentType: verdict.contentType, sha256 },
    });
    await tell(tx, row);
    return { state: 'ready' };
  }, patience);
}

async function judge(name: string, bytes: Buffer): Promise<Content | AttachmentRefusal> {
  try {
    return await readContent(name, bytes);
  } catch (error) {
    if (error instanceof AttachmentRefusal) return error;
    throw error;
  }
}

type Told = {
  readonly id: string;
  readonly organizationId: string;
  readonly seriesId: string | null;
  readonly name: string;
  readonly size: number;
  readonly createdById: string;
  readonly createdBy: string;
};

async function tell(tx: Transaction, { id, organizationId, seriesId, name, size, createdById, createdBy }: Told) {
  await recordAudit(tx, {
    action: 'attachment.added',
    organizationId,
    actor: { id: createdById, name: createdBy },
    subject: id,
    detail: { name, size, seriesId },
  });
  if (seriesId !== null) await notify(tx, { kind: 'series', organizationId, id: seriesId, by: createdBy });
}
