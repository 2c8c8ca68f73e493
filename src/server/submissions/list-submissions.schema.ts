import * as z from 'zod/mini';
import { declarationStates } from '@/domain/declaration/status';
import { organisms } from '@/domain/organism';

export const listSubmissionsInput = z.object({
  organizationId: z.uuid(),
  organism: z.optional(z.enum(organisms)),
  state: z.optional(z.enum(declarationStates)),
  seriesId: z.optional(z.uuid()),
  page: z._default(z.int().check(z.gte(1), z.lte(10_000)), 1),
});

export const submissionRowSchema = z.object({
  id: z.uuid(),
  /** Null for what is declared by period. */
  seriesId: z.nullable(z.uuid()),
  /** Name of the show or, by period, the period in words. */
  seriesName: z.string(),
  organism: z.enum(organisms),
  number: z.int(),
  state: z.enum(declarationStates),
  recipient: z.string(),
  authorName: z.string(),
  createdAt: z.iso.datetime(),
});
export type SubmissionRow = z.infer<typeof submissionRowSchema>;
export const listSubmissionsOutput = z.object({
  rows: z.array(submissionRowSchema),
  total: z.int(),
  page: z.int(),
  pageCount: z.int(),
});
