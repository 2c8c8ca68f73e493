import 'server-only';
import { type Transaction } from '@/server/db/client';
import { notify } from '@/server/realtime/notify';

/** Wakes the page of a submission, and that of its show, whose state may have moved. `by` is null for the service itself. */
export async function tellSubmission(tx: Transaction, submissionId: string, by: string | null): Promise<void> {
  const { organizationId, declaration } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { organizationId: true, declaration: { select: { seriesId: true } } },
  });
  await notify(tx, { kind: 'submission', organizationId, id: submissionId });
  if (declaration.seriesId !== null) await notify(tx, { kind: 'series', organizationId, id: declaration.seriesId, by });
}
