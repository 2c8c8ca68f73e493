import * as z from 'zod/mini';
import { seriesOrganisms } from '@/domain/organism';

const declarationScope = z.object({
  organizationId: z.uuid(),
  seriesId: z.uuid(),
  organism: z.enum(seriesOrganisms),
});

/** What changed about one thing, in French words ready to be shown. */
export const changeGroupsSchema = z.array(
  z.object({
    title: z.string(),
    kind: z.enum(['show', 'changed', 'added', 'removed']),
    lines: z.array(z.object({ label: z.string(), before: z.string(), after: z.string() })),
  }),
);
export type ChangeGroups = z.infer<typeof changeGroupsSchema>;

/**
 * Opens the form again to correct what an organism received. `submissionNumber` is the one on screen. Errors: `stale-version`
 * (something was sent since), `already-being-sent`, `not-found`. Twice is once.
 */
export const startCorrectionInput = z.extend(declarationScope, { submissionNumber: z.int() });

/**
 * Gives up a correction that did not leave. `restore` puts the form back as it was when the correction began: `stale-version`
 * when that is not possible any more (see `canRestore`).
 */
export const cancelCorrectionInput = z.extend(declarationScope, { restore: z.boolean() });

export const getCorrectionInput = declarationScope;
export const getCorrectionOutput = z.object({
  /** What differs between what was received and the form, as it is now. */
  groups: changeGroupsSchema,
  /** Cancelling can put the form back as it was. */
  canRestore: z.boolean(),
  /** For an organism without a channel for corrections: whom to write to, and what. Null for the others. */
  letter: z.nullable(
    z.object({ to: z.nullable(z.string()), subject: z.string(), text: z.string(), sha256: z.string() }),
  ),
});
export type CorrectionView = z.infer<typeof getCorrectionOutput>;

/**
 * The person wrote to the organism: the letter and the figures are frozen as a submission. `stale-version` when the letter would
 * be another one by now, or nothing is being corrected; `declaration-incomplete` while something is missing.
 */
export const recordLetterInput = z.extend(declarationScope, {
  organism: z.literal('SACD'),
  letterSha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export const recordLetterOutput = z.object({ submissionId: z.uuid() });

/** «Garder ce qui a été envoyé»: this very difference is not told again. `stale-version` when it is another one by now. */
export const keepChangeInput = z.extend(declarationScope, {
  fingerprint: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
