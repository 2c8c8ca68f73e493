import * as z from 'zod/mini';
import { transmittableOrganisms } from '@/domain/organism';

/**
 * Sends what was reviewed. Errors: `stale-version`, `declaration-incomplete`, `agency-not-found`, `already-being-sent`,
 * `already-accepted`, `no-organism-chosen`, `no-performance`. All or nothing: no submission exists after an error.
 */
export const transmitDeclarationInput = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  version: z.int(),
  /** Of the review: `stale-version` when the ticketing changed the figures since. */
  fingerprint: z.optional(z.string()),
  organisms: z.array(z.enum(transmittableOrganisms)).check(z.minLength(1)),
  /** The statement of truthfulness was ticked. */
  truthful: z.literal(true),
});
export const transmitDeclarationOutput = z.object({
  submissions: z.array(z.object({ id: z.uuid(), organism: z.enum(transmittableOrganisms) })),
});
