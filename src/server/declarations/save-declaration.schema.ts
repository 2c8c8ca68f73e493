import * as z from 'zod/mini';
import { draftPatchSchema } from '@/domain/declaration/draft';
import { seriesOrganisms } from '@/domain/organism';

/**
 * Saves a difference on top of `version`. Errors: `stale-version` (somebody saved in between: nothing was written, read again,
 * lay the same patch on top and save), `declaration-locked`, `invalid-input` with the field.
 */
export const saveDeclarationInput = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  version: z.int(),
  patch: draftPatchSchema,
});
export const saveDeclarationOutput = z.object({ version: z.int(), savedAt: z.iso.datetime() });

/** The whole set wanted; an organism already sent cannot leave it (`declaration-locked`); never both taxes (`both-taxes`). */
export const chooseOrganismsInput = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  organisms: z.array(z.enum(seriesOrganisms)),
});
export const chooseOrganismsOutput = z.object({ version: z.int() });
