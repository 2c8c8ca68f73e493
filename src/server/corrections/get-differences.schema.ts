import * as z from 'zod/mini';
import { changeGroupsSchema } from './correction.schema';

export const getDifferencesOutput = z.object({
  /** Since the submission before this one; null for the first. */
  previous: z.nullable(z.object({ id: z.uuid(), number: z.int(), groups: changeGroupsSchema })),
  /** Since this submission, when it is the last one received and nobody corrects it: what would be declared today; null when it is the same. */
  today: z.nullable(
    z.object({
      groups: changeGroupsSchema,
      fingerprint: z.string(),
      /** A person said «garder ce qui a été envoyé» of this very difference. */
      kept: z.boolean(),
    }),
  ),
  /** Who corrects it now; null when nobody does. */
  correctedBy: z.nullable(z.string()),
  /** What was received can be corrected from here: it is the last one received, and nobody corrects it yet. */
  canCorrect: z.boolean(),
});
export type DifferencesView = z.infer<typeof getDifferencesOutput>;
