import 'server-only';
import * as z from 'zod';
import { resolutionOutcomes } from './get-submission.schema';

/**
 * How a person settled an outcome, as stored: `received` or `not-received` for an unknown one; `accepted` or `refused` for what
 * they declared to the organism themselves.
 */
export const resolutionSchema = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  outcome: z.enum(resolutionOutcomes),
  note: z.string(),
});
