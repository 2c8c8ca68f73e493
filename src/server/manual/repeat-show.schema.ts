import * as z from 'zod/mini';
import { draftSeriesSchema } from '@/domain/declaration/draft';
import { seriesOrganisms } from '@/domain/organism';
import { repeatedAnswersSchema } from '@/server/declarations/get-declaration.schema';
import { newStartsSchema, showNameSchema } from './manual-performance.schema';

/** What another season would take over of a show, before anything is created. */
export const proposeRepeatOutput = z.object({
  name: z.string(),
  answers: repeatedAnswersSchema,
  organisms: z.array(z.enum(seriesOrganisms)),
  /** Amounts of the past season, taken over only when the person says so. */
  expenses: draftSeriesSchema.shape.expenses,
  /** Starts of its performances, ISO-8601 UTC, in order. */
  starts: z.array(z.iso.datetime()),
});
export type RepeatProposal = z.infer<typeof proposeRepeatOutput>;

/** `key` is chosen by the browser: a request sent twice makes one show. Errors: `not-found`. */
export const repeatShowInput = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  key: z.uuid(),
  name: showNameSchema,
  withExpenses: z.boolean(),
  /** The dates that the person confirmed, without any figure. */
  starts: newStartsSchema,
});
export const repeatShowOutput = z.object({ seriesId: z.uuid() });
