import * as z from 'zod/mini';

/** `performanceIds` null removes the whole show. Errors: `stale-version`, `declaration-locked` once declared. */
export const removeTypedInput = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  version: z.int(),
  performanceIds: z.nullable(z.array(z.uuid()).check(z.minLength(1), z.maxLength(2000))),
});
/** `removalId` takes it back, for a day. */
export const removeTypedOutput = z.object({ removalId: z.uuid() });

export const restoreTypedInput = z.object({ organizationId: z.uuid(), removalId: z.uuid() });
export const restoreTypedOutput = z.object({ seriesId: z.uuid() });
