import 'server-only';
import { type Transaction } from '@/server/db/client';
import { documentStepKinds } from './get-submission.schema';
import { type StepKind } from './step-outcome';

/**
 * Once the declaration is received, adds one step per mail of documents that is left to send, unless they are there already. The
 * first mail to SACEM has left with the statement.
 */
export async function addDocumentSteps(tx: Transaction, submissionId: string): Promise<void> {
  const { organism, documents, steps } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: {
      organism: true,
      documents: { where: { kind: 'attachment' }, select: { mailNumber: true } },
      steps: { select: { kind: true, position: true } },
    },
  });
  if (steps.some(({ kind }) => documentStepKinds.some((known) => known === kind))) return;
  const kind: StepKind = organism === 'SACEM' ? 'sacem-documents-mail' : 'sacd-documents-mail';
  const numbers = new Set(documents.flatMap(({ mailNumber }) => mailNumber ?? []));
  if (organism === 'SACEM') numbers.delete(1);
  let position = Math.max(0, ...steps.map((step) => step.position));
  for (const mailNumber of [...numbers].sort((left, right) => left - right)) {
    position += 1;
    await tx.submissionStep.create({ data: { submissionId, kind, position, detail: { mailNumber } } });
  }
}
