import 'server-only';
import type * as z from 'zod/mini';
import { listen } from '@/server/realtime/listen';
import { type Actor } from '@/server/trpc/context';
import { type submissionScope, type SubmissionView } from './get-submission.schema';
import { loadSubmission } from './load-submission';

/** A submission, now and after each of its moves, until the signal aborts. */
export async function* watchSubmission(
  { db, organizationId }: Actor,
  { submissionId }: z.infer<typeof submissionScope>,
  signal?: AbortSignal,
): AsyncGenerator<SubmissionView> {
  for await (const notice of listen(organizationId, signal)) {
    const concerns = notice.kind === 'gap' || (notice.kind === 'submission' && notice.id === submissionId);
    if (concerns) yield await loadSubmission(db, { organizationId, submissionId });
  }
}
