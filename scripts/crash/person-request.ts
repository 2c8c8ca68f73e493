import { z } from 'zod';

/** What a person asks: a first sending, a word on one that is to be checked, another try of one that was not received. */
export const personRequestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('transmit'),
    organizationId: z.string(),
    userId: z.string(),
    seriesId: z.string(),
    organism: z.enum(['SACEM', 'SACD']),
  }),
  z.object({
    kind: z.enum(['received', 'not-received', 'retry']),
    organizationId: z.string(),
    userId: z.string(),
    submissionId: z.string(),
  }),
]);
export type PersonRequest = z.infer<typeof personRequestSchema>;
