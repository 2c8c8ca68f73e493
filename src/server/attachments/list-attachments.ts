import 'server-only';
import type * as z from 'zod/mini';
import { isFormLocked } from '@/domain/declaration/lock';
import { AppError } from '@/domain/errors';
import { type Actor } from '@/server/trpc/context';
import { type AttachmentList, type listAttachmentsInput } from './attachments.schema';
import { toFileLink } from './file-link';
import { toPreview } from './to-preview';

/** Documents of a show, in the order in which they came; `not-found` for a show that is not theirs. */
export async function listAttachments(
  { db, organizationId, user }: Actor,
  { seriesId }: z.infer<typeof listAttachmentsInput>,
): Promise<AttachmentList> {
  const series = await db.series.findFirst({
    where: { id: seriesId, organizationId },
    select: {
      declarations: { select: { state: true, correctingSince: true } },
      attachments: {
        where: { removedAt: null, state: { not: 'rejected' } },
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      },
    },
  });
  if (!series) throw new AppError('not-found');
  const now = new Date();
  return {
    locked: isFormLocked(series.declarations),
    documents: series.attachments
      .filter(({ state }) => state === 'ready')
      .map(({ id, type, name, contentType, size, createdBy, createdAt }) => ({
        id,
        type,
        name,
        contentType,
        size,
        createdBy,
        createdAt: createdAt.toISOString(),
        href: toFileLink(id, user.id, now),
        preview: toPreview(contentType),
      })),
    unfinished: series.attachments
      .filter(({ state, createdById }) => state === 'uploading' && createdById === user.id)
      .map(({ id, name, size, received }) => ({ id, name, size, received })),
  };
}
