import 'server-only';
import { neutralDeclarationSchema, type NeutralDeclaration } from '@/domain/declaration/neutral';
import { type Database } from '@/server/db/client';
import { type Claim } from './claim-step';
import { documentStepKinds } from './get-submission.schema';
import { answersSchema, type FrozenDocuments, type FrozenSubmission } from './step-outcome';

/** What was frozen when a person sent, with the documents that this step carries. */
export async function loadFrozenSubmission(db: Database, claim: Claim): Promise<FrozenSubmission> {
  const row = await db.submission.findUniqueOrThrow({
    where: { id: claim.submissionId },
    include: { documents: { where: { kind: { in: ['statement', 'message'] } } } },
  });
  const [document] = row.documents;
  if (!document) throw new Error(`submission ${claim.submissionId} has no document`);
  const declaration = neutralDeclarationSchema.parse(row.payload);
  return {
    id: row.id,
    number: row.number,
    organizationId: row.organizationId,
    organism: row.organism,
    state: row.state,
    createdAt: row.createdAt,
    declaration,
    recipient: row.recipient,
    agencyName: row.agencyName,
    author: { name: row.authorName, email: row.authorEmail },
    message: row.message,
    errorCode: row.errorCode,
    answers: answersSchema.parse(row.answers),
    document,
    documents: await loadDocuments(db, claim, row.documentsRecipient, declaration),
  };
}

async function loadDocuments(
  db: Database,
  { submissionId, stepId, mailNumber }: Claim,
  recipient: string | null,
  declaration: NeutralDeclaration,
): Promise<FrozenDocuments> {
  const ofShow = { submissionId, kind: 'attachment' };
  const { _max } = await db.submissionDocument.aggregate({ where: ofShow, _max: { mailNumber: true } });
  const files = await db.submissionDocument.findMany({
    where: { ...ofShow, mailNumber: mailNumber ?? 0 },
    orderBy: { position: 'asc' },
  });
  const unsent = await db.submissionStep.count({
    where: { submissionId, id: { not: stepId }, kind: { in: [...documentStepKinds] }, state: { not: 'succeeded' } },
  });
  return {
    recipient,
    mailNumber: mailNumber ?? 1,
    mailCount: _max.mailNumber ?? 0,
    // Positions count from 1 in the order of the declaration, which knows their types.
    files: files.map(({ position, filename, contentType, bytes }) => ({
      type: declaration.documents[position - 1]?.type ?? 'OTHER',
      filename,
      contentType,
      bytes,
    })),
    areSent: unsent === 0,
  };
}
