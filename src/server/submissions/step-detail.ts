import 'server-only';
import * as z from 'zod';

/** What a step keeps beside its columns. */
const stepDetailSchema = z.object({
  /** Job and run that hold, or last held, the step. */
  jobId: z.string().optional(),
  jobAttempt: z.number().optional(),
  /** When the next attempt is due, while it waits for one. UTC. */
  nextAttemptAt: z.iso.datetime().optional(),
  /** Attempts made before a person asked for another round. */
  attemptsBefore: z.number().optional(),
  /** Which mail of documents it sends, from 1. */
  mailNumber: z.number().optional(),
  /** Facts of the last attempt. */
  proof: z.record(z.string(), z.union([z.string(), z.number(), z.null()])).optional(),
});
export type StepDetail = z.infer<typeof stepDetailSchema>;

export function readStepDetail(stored: unknown): StepDetail {
  return stepDetailSchema.parse(stored ?? {});
}
