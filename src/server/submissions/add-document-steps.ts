import 'server-only';
import { type Transaction } from '@/server/db/client';
import { documentStepKinds } from './get-submission.schema';
import { type StepKind } from './step-outcome';

/**
 * Once the declaration is received by whom this step sent it to, adds one step per mail of documents that is left to send there, unless
 * they are there already. Several agencies each have all of them. The first mail to SACEM has left with the statement.
 */
export async function addDocumentSteps(tx: Transaction, sendingStepId: string): Promise<void> {
  const { submissionId, submission, recipient, agencyName, documentId, performanceIds } =
    await tx.submissionStep.findUniqueOrThrow({
      where: { id: sendingStepId },
      include: {
        submission: {
          select: {
            organism: true,
            documents: { where: { kind: 'attachment' }, select: { mailNumber: true } },
            steps: { select: { kind: true, position: true, recipient: true } },
          },
        },
      },
    });
  const { organism, documents, steps } = submission;
  const here = steps.filter((step) => step.recipient === recipient);
  if (here.some(({ kind }) => documentStepKinds.some((known) => known === kind))) return;
  const kind: StepKind = organism === 'SACEM' ? 'sacem-documents-mail' : 'sacd-documents-mail';
  const numbers = new Set(documents.flatMap(({ mailNumber }) => mailNumber ?? []));
  if (organism === 'SACEM') numbers.delete(1);
  let position = Math.max(0, ...steps.map((step) => step.position));
  for (const mailNumber of [...numbers].sort((left, right) => left - right)) {
    position += 1;
    const to = { recipient, agencyName, documentId, performanceIds };
    await tx.submissionStep.create({ data: { submissionId, kind, position, ...to, detail: { mailNumber } } });
  }
}
