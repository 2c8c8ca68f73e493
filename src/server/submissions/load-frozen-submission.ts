import 'server-only';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { type Database } from '@/server/db/client';
import { isStatement } from './document-kinds';
import { answersSchema, type FrozenSubmission } from './step-outcome';

/** What was frozen when a person sent, documents included, as one of its steps sends it. */
export async function loadFrozenSubmission(
  db: Database,
  submissionId: string,
  stepId: string,
): Promise<FrozenSubmission> {
  const row = await db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: { documents: { orderBy: { kind: 'asc' } }, steps: { orderBy: { position: 'asc' } } },
  });
  const documents = row.documents.filter(({ kind }) => isStatement(kind));
  const step = row.steps.find(({ id }) => id === stepId);
  const document = documents.find(({ id }) => id === step?.documentId) ?? documents[0];
  if (!document) throw new Error(`submission ${submissionId} has no document`);
  const declaration = neutralDeclarationSchema.parse(row.payload);
  const isShare = step !== undefined && step.recipient !== null;
  return {
    id: row.id,
    number: row.number,
    organizationId: row.organizationId,
    organism: row.organism,
    state: row.state,
    createdAt: row.createdAt,
    declaration: isShare ? keepPerformances(declaration, step.performanceIds) : declaration,
    recipient: step?.recipient ?? row.recipient,
    agencyName: step?.agencyName ?? row.agencyName,
    author: { name: row.authorName, email: row.authorEmail },
    message: row.message,
    errorCode: row.errorCode,
    answers: answersSchema.parse(row.answers),
    document,
    documents,
    performancesOfShow: isShare ? declaration.performances.length : null,
    agencies: row.steps.flatMap(({ recipient, state }) => (recipient === null ? [] : [{ recipient, state }])),
  };
}

function keepPerformances(declaration: NeutralDeclaration, ids: readonly string[]): NeutralDeclaration {
  return { ...declaration, performances: declaration.performances.filter(({ id }) => ids.includes(id)) };
}
