import 'server-only';
import type * as z from 'zod/mini';
import { type Actor } from '@/server/trpc/context';
import { type submissionScope, type SubmissionView } from './get-submission.schema';
import { loadSubmission } from './load-submission';

/** One submission, with its steps, answers and documents. */
export async function getSubmission(
  { db, organizationId }: Actor,
  { submissionId }: z.infer<typeof submissionScope>,
): Promise<SubmissionView> {
  return loadSubmission(db, { organizationId, submissionId });
}
