import 'server-only';
import { type DocumentType } from '@/domain/declaration/bounds';
import {
  acceptedExtensions,
  maxDocumentBytes,
  maxDocumentsPerShow,
  maxStructureBytes,
  toDocumentFamily,
} from '@/domain/documents';
import { toPersonName } from '@/server/declarations/to-person-name';
import { type Actor } from '@/server/trpc/context';
import { AttachmentRefusal } from './attachment-refusal';
import { lockSeries } from './lock-series';

export type AnnouncedAttachment = {
  readonly id: string;
  readonly seriesId: string;
  readonly type: DocumentType;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
};

/**
 * Opens a place for a file that is about to come, when it may: its name, its size, how many the show has, how much the structure
 * keeps. Two requests at once are counted one after the other.
 */
export async function createAttachment(
  { db, organizationId, user }: Actor,
  { id, seriesId, type, name, size }: AnnouncedAttachment,
): Promise<void> {
  if (toDocumentFamily(name) === null) {
    throw new AttachmentRefusal(
      `Ce type de fichier n’est pas accepté. Donnez un PDF, une image, un texte, un tableur ou une présentation, sans macro (${acceptedExtensions.join(', ')}).`,
      415,
    );
  }
  if (size > maxDocumentBytes) {
    throw new AttachmentRefusal('Ce fichier dépasse 5\u00a0Mo\u00a0: réduisez-le ou partagez-le en plusieurs.', 413);
  }
  if (size <= 0) throw new AttachmentRefusal('Ce fichier est vide.');
  await db.$transaction(async (tx) => {
    await lockSeries(tx, { organizationId, seriesId });
    await tx.$queryRaw`SELECT id FROM "Organization" WHERE id = ${organizationId}::uuid FOR NO KEY UPDATE`;
    const kept = { state: { in: ['uploading' as const, 'ready' as const] } };
    const count = await tx.attachment.count({ where: { organizationId, seriesId, removedAt: null, ...kept } });
    if (count >= maxDocumentsPerShow) {
      throw new AttachmentRefusal('Ce spectacle a déjà 100\u00a0documents\u00a0: retirez-en avant d’en ajouter.');
    }
    const { _sum } = await tx.attachment.aggregate({ where: { organizationId, ...kept }, _sum: { size: true } });
    if ((_sum.size ?? 0) + size > maxStructureBytes) {
      throw new AttachmentRefusal(
        'Les documents de votre structure atteignent 500\u00a0Mo\u00a0: retirez ceux de spectacles déjà déclarés.',
      );
    }
    await tx.attachment.create({
      data: {
        id,
        organizationId,
        seriesId,
        type,
        name,
        contentType: 'application/octet-stream',
        size,
        createdById: user.id,
        createdBy: toPersonName(user),
      },
    });
  });
}
