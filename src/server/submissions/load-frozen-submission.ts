import 'server-only';
import { neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { type Database } from '@/server/db/client';
import { answersSchema, type FrozenSubmission } from './step-outcome';

/** What was frozen when a person sent, documents included. */
export async function loadFrozenSubmission(db: Database, submissionId: string): Promise<FrozenSubmission> {
  const row = await db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: { documents: { where: { kind: { in: ['statement', 'message'] } } } },
  });
  const [document] = row.documents;
  if (!document) throw new Error(`submission ${submissionId} has no document`);
  return {
    id: row.id,
    number: row.number,
    organizationId: row.organizationId,
    organism: row.organism,
    state: row.state,
    createdAt: row.createdAt,
    declaration: neutralDeclarationSchema.parse(row.payload),
    recipient: row.recipient,
    agencyName: row.agencyName,
    author: { name: row.authorName, email: row.authorEmail },
    message: row.message,
    errorCode: row.errorCode,
    answers: answersSchema.parse(row.answers),
    document,
  };
}
