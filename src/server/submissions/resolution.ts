import 'server-only';
import * as z from 'zod';

/** How a person settled an unknown outcome, as stored. */
export const resolutionSchema = z.object({
  by: z.string(),
  at: z.iso.datetime(),
  outcome: z.enum(['received', 'not-received']),
  note: z.string(),
});
