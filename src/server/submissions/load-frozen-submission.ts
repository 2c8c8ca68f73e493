import 'server-only';
import { type NeutralDeclaration, neutralDeclarationSchema } from '@/domain/declaration/neutral';
import { type Database } from '@/server/db/client';
import { type Claim } from './claim-step';
import { documentStepKinds, sendingStepKinds } from './get-submission.schema';
import { keepPerformances } from './list-told';
import { loadCorrection } from '@/server/corrections/load-correction';
import { answersSchema, type FrozenDocuments, type FrozenSubmission } from './step-outcome';

/** What was frozen when a person sent, as one of its steps sends it, with the documents that this step carries. */
export async function loadFrozenSubmission(db: Database, claim: Claim): Promise<FrozenSubmission> {
  const { submissionId } = claim;
  const row = await db.submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: {
      documents: { where: { kind: { in: ['statement', 'message'] } }, orderBy: { position: 'asc' } },
      steps: { orderBy: { position: 'asc' } },
    },
  });
  const statements = row.documents;
  const step = row.steps.find(({ id }) => id === claim.stepId);
  const document = statements.find(({ id }) => id === step?.documentId) ?? statements[0];
  if (!document) throw new Error(`submission ${submissionId} has no document`);
  const declaration = neutralDeclarationSchema.parse(row.payload);
  const isShare = step !== undefined && step.recipient !== null;
  const sendings = row.steps.filter(({ kind }) => sendingStepKinds.some((known) => known === kind));
  const recipient = step?.recipient ?? row.recipient;
  const { declarationId, organism, number } = row;
  const told = await loadCorrection(
    db,
    { declarationId, organism, number, recipient, isShare },
    isShare ? keepPerformances(declaration, step.performanceIds) : declaration,
  );
  return {
    id: row.id,
    number,
    organizationId: row.organizationId,
    organism,
    state: row.state,
    createdAt: row.createdAt,
    ...told,
    recipient,
    agencyName: step?.agencyName ?? row.agencyName,
    author: { name: row.authorName, email: row.authorEmail },
    message: row.message,
    errorCode: row.errorCode,
    answers: answersSchema.parse(row.answers),
    document,
    statements,
    documents: await loadDocuments(db, claim, {
      recipient: row.documentsRecipient && (step?.recipient ?? row.documentsRecipient),
      declaration,
    }),
    performancesOfShow: isShare ? declaration.performances.length : null,
    agencies: sendings.flatMap(({ recipient, state }) => (recipient === null ? [] : [{ recipient, state }])),
  };
}

async function loadDocuments(
  db: Database,
  { submissionId, stepId, mailNumber }: Claim,
  { recipient, declaration }: { readonly recipient: string | null; readonly declaration: NeutralDeclaration },
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
