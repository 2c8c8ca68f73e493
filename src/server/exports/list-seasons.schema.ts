import * as z from 'zod/mini';

/** Keys of seasons, `2025-2026`, the latest first. */
export const listSeasonsOutput = z.object({ seasons: z.array(z.string()) });
