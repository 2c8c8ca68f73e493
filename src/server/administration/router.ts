import 'server-only';
import { resolveSubmissionInput } from '@/server/submissions/get-submission.schema';
import { resolveSubmission } from '@/server/submissions/resolve-submission';
import { adminProcedure, router } from '@/server/trpc/trpc';
import { listUnknown } from './list-unknown';
import { listUnknownOutput } from './list-unknown.schema';

/** What admins do over all structures, whose members they are not. */
export const administrationRouter = router({
  unknownSubmissions: adminProcedure.output(listUnknownOutput).query(({ ctx }) => listUnknown(ctx)),
  /** The word of an admin who checked with the organism: kept with their name, as a member's is. */
  settleSubmission: adminProcedure
    .input(resolveSubmissionInput)
    .mutation(({ ctx: { db, user, correlationId }, input }) =>
      resolveSubmission({ db, user, correlationId, organizationId: input.organizationId }, input),
    ),
});
