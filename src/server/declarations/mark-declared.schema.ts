import * as z from 'zod/mini';
import { taxOrganisms } from '@/domain/organism';

/**
 * «Je l’ai déclarée»: freezes what was reviewed as what the person entered on the organism's own site. Errors as for a
 * transmission: `stale-version`, `declaration-incomplete`, `already-accepted`, `no-organism-chosen`, `no-performance`.
 */
export const markDeclaredInput = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  version: z.int(),
  /** Of the review: `stale-version` when the ticketing changed the figures since. */
  fingerprint: z.optional(z.string()),
  organism: z.enum(taxOrganisms),
});
export const markDeclaredOutput = z.object({ submissionId: z.uuid() });
