import 'server-only';
import { memberProcedure, router } from '@/server/trpc/trpc';
import { answerSubmission } from './answer-submission';
import { answerSubmissionInput } from './answer-submission.schema';
import { listSubmissions } from './list-submissions';
import { getSubmission } from './get-submission';
import { resolveSubmission } from './resolve-submission';
import { retryDocuments } from './retry-documents';
import { retrySubmission } from './retry-submission';
import { watchSubmission } from './watch-submission';
import { resolveSubmissionInput, submissionScope, submissionViewSchema } from './get-submission.schema';
import { listSubmissionsInput, listSubmissionsOutput } from './list-submissions.schema';

export const submissionsRouter = router({
  list: memberProcedure
    .input(listSubmissionsInput)
    .output(listSubmissionsOutput)
    .query(({ ctx, input }) => listSubmissions(ctx.actor, input)),
  get: memberProcedure
    .input(submissionScope)
    .output(submissionViewSchema)
    .query(({ ctx, input }) => getSubmission(ctx.actor, input)),
  resolve: memberProcedure
    .input(resolveSubmissionInput)
    .mutation(({ ctx, input }) => resolveSubmission(ctx.actor, input)),
  answer: memberProcedure.input(answerSubmissionInput).mutation(({ ctx, input }) => answerSubmission(ctx.actor, input)),
  retry: memberProcedure.input(submissionScope).mutation(({ ctx, input }) => retrySubmission(ctx.actor, input)),
  retryDocuments: memberProcedure.input(submissionScope).mutation(({ ctx, input }) => retryDocuments(ctx.actor, input)),
  onChange: memberProcedure
    .input(submissionScope)
    .subscription(({ ctx, input, signal }) => watchSubmission(ctx.actor, input, signal)),
});
