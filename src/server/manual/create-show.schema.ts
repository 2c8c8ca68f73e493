import * as z from 'zod/mini';
import { newPerformancesSchema, showNameSchema } from './manual-performance.schema';

/** `key` is chosen by the browser: a form sent twice makes one show. */
export const createShowInput = z.object({
  organizationId: z.uuid(),
  key: z.uuid(),
  name: showNameSchema,
  performances: newPerformancesSchema,
});
export const createShowOutput = z.object({ seriesId: z.uuid() });
