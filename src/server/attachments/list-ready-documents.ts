import 'server-only';
import { type DocumentType } from '@/domain/declaration/bounds';
import { type Database, type Transaction } from '@/server/db/client';

/** A document of a show that can be sent. `size` is bytes. */
export type ReadyDocument = {
  readonly id: string;
  readonly type: DocumentType;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
};

/** The documents of a show that would be sent now, in the order in which they came. */
export async function listReadyDocuments(
  db: Database | Transaction,
  { organizationId, seriesId }: { readonly organizationId: string; readonly seriesId: string },
): Promise<readonly ReadyDocument[]> {
  const rows = await db.attachment.findMany({
    where: { organizationId, seriesId, removedAt: null, state: 'ready' },
    select: { id: true, type: true, name: true, contentType: true, size: true, sha256: true },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ sha256, ...row }) => (sha256 === null ? [] : [{ ...row, sha256 }]));
}

/** How many are on their way, or stopped half-way and may still go on: they would not leave with what is ready. */
export function countUnfinishedDocuments(
  db: Database,
  { organizationId, seriesId }: { readonly organizationId: string; readonly seriesId: string },
): Promise<number> {
  return db.attachment.count({ where: { organizationId, seriesId, removedAt: null, state: 'uploading' } });
}
