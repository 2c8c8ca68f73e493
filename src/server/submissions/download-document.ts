import 'server-only';
import { AppError } from '@/domain/errors';
import { type Database } from '@/server/db/client';

export type DownloadedDocument = {
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly sha256: string;
};

/** A document as it was sent, for whoever belongs to its structure; `not-found` for everybody else. */
export async function downloadDocument(
  db: Database,
  { userId, documentId }: { userId: string; documentId: string },
): Promise<DownloadedDocument> {
  const document = await db.submissionDocument.findFirst({
    where: {
      id: documentId,
      submission: {
        declaration: {
          OR: [
            { series: { organization: { memberships: { some: { userId } } } } },
            { organization: { memberships: { some: { userId } } } },
          ],
        },
      },
    },
    select: { filename: true, contentType: true, bytes: true, sha256: true },
  });
  if (!document) throw new AppError('not-found');
  return document;
}
