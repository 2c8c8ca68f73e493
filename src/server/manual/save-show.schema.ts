import * as z from 'zod/mini';
import { newPerformancesSchema, showNameSchema, typedPerformanceSchema } from './manual-performance.schema';

/** A show typed by hand, to be changed. Performances by start, then id. */
export const getShowOutput = z.object({
  version: z.int(),
  name: z.string(),
  /** Frozen: everything chosen has been received, or something is on its way. */
  locked: z.boolean(),
  /** Nothing can be removed any more: an organism has received, or is receiving, a declaration of it. */
  declared: z.boolean(),
  performances: z.array(z.object({ id: z.uuid(), performance: typedPerformanceSchema })),
});
export type TypedShow = z.infer<typeof getShowOutput>;

/**
 * What changed, on top of `version`: a new name, performances added, performances typed again. Errors: `stale-version`,
 * `declaration-locked`.
 */
export const saveShowInput = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  version: z.int(),
  name: z.optional(showNameSchema),
  add: z._default(newPerformancesSchema, []),
  change: z._default(
    z.array(z.object({ id: z.uuid(), performance: typedPerformanceSchema })).check(z.maxLength(2000)),
    [],
  ),
});
export const saveShowOutput = z.object({ version: z.int() });
