import 'server-only';
import { AppError } from '@/domain/errors';
import { type Transaction } from '@/server/db/client';

/** Copies the documents of a show into a submission, bytes and fingerprint, without their passing through here. */
export async function freezeDocuments(
  tx: Transaction,
  submissionId: string,
  documents: readonly { readonly attachmentId: string; readonly mailNumber: number }[],
): Promise<void> {
  if (documents.length === 0) return;
  const ids = documents.map(({ attachmentId }) => attachmentId);
  const mails = documents.map(({ mailNumber }) => mailNumber);
  const copied = await tx.$executeRaw`
    INSERT INTO "SubmissionDocument" (id, "submissionId", kind, position, "mailNumber", filename, "contentType", bytes, sha256)
    SELECT gen_random_uuid(), ${submissionId}::uuid, 'attachment', chosen.position, chosen."mailNumber", attachment.name,
      attachment."contentType", string_agg(chunk.bytes, '' ORDER BY chunk.position), attachment.sha256
    FROM unnest(${ids}::uuid[], ${mails}::int[]) WITH ORDINALITY AS chosen(id, "mailNumber", position)
    JOIN "Attachment" AS attachment ON attachment.id = chosen.id AND attachment.state = 'ready'
    JOIN "AttachmentChunk" AS chunk ON chunk."attachmentId" = attachment.id
    GROUP BY chosen.position, chosen."mailNumber", attachment.id`;
  if (copied !== documents.length) throw new AppError('stale-version', 'a document left meanwhile');
}
