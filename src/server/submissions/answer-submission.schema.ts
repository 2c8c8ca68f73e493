import * as z from 'zod/mini';

const scope = { organizationId: z.uuid(), submissionId: z.uuid() };

/** A person tells what the organism answered to what they declared there. `stale-version` when it is settled already. */
export const answerSubmissionInput = z.discriminatedUnion('outcome', [
  z.object({
    ...scope,
    outcome: z.literal('accepted'),
    noticeNumber: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(50))),
  }),
  z.object({
    ...scope,
    outcome: z.literal('refused'),
    reason: z.string().check(z.trim(), z.minLength(1), z.maxLength(1000)),
  }),
]);
