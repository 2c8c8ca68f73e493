import 'server-only';
import { type Transaction } from '@/server/db/client';

/** Adds a mail to the declarant after the other steps, unless one waits already: it will tell the outcome of then. */
export async function addReceiptStep(tx: Transaction, submissionId: string): Promise<void> {
  const steps = await tx.submissionStep.findMany({
    where: { submissionId },
    select: { kind: true, state: true, position: true },
  });
  if (steps.some(({ kind, state }) => kind === 'receipt-mail' && state === 'waiting')) return;
  const position = Math.max(0, ...steps.map((step) => step.position)) + 1;
  await tx.submissionStep.create({ data: { submissionId, kind: 'receipt-mail', position } });
}
