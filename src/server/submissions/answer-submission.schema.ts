import * as z from 'zod/mini';

/** What the organism answered to a declaration that a person made on its site. */
export const answerSubmissionInput = z.object({
  organizationId: z.uuid(),
  submissionId: z.uuid(),
  outcome: z.enum(['accepted', 'refused']),
  /** Number of a notice or of a receipt; null when there is none. */
  number: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(100))),
  /** The organism's words, or the person's; a refusal needs its reason. */
  note: z.string().check(z.trim(), z.maxLength(1000)),
});
