import * as z from 'zod/mini';
import { documentTypes } from '@/domain/declaration/bounds';
import { declarationFields, declarationIssueCodes } from '@/domain/declaration/issue';
import { transmittableOrganisms } from '@/domain/organism';

export { seriesScope as reviewDeclarationInput } from './get-declaration.schema';

const issueSchema = z.object({
  organism: z.enum(transmittableOrganisms),
  severity: z.enum(['missing', 'wrong', 'warning']),
  code: z.enum(declarationIssueCodes),
  field: z.enum(declarationFields),
  performanceId: z.optional(z.string()),
});

/** A readable view of a message for machines; mirrors ReadableMessage of src/declarations/organism.ts. */
export const readableMessageSchema = z.object({
  sections: z.array(
    z.object({
      title: z.string(),
      rows: z.array(z.object({ label: z.string(), value: z.string() })),
      table: z.optional(
        z.object({
          headers: z.array(z.string()),
          rows: z.array(z.array(z.string())),
          totals: z.optional(z.array(z.string())),
        }),
      ),
    }),
  ),
});
export type ReadableMessageView = z.infer<typeof readableMessageSchema>;

export const organismReviewSchema = z.object({
  organism: z.enum(transmittableOrganisms),
  /** False when it is accepted or in flight already: nothing to send. */
  sendable: z.boolean(),
  issues: z.array(issueSchema),
  /** Who receives it, in words; null when no agency is found. */
  recipient: z.nullable(z.object({ label: z.string(), address: z.string() })),
  /** SACEM: address of the very PDF; SACD: null. */
  documentHref: z.nullable(z.string()),
  message: readableMessageSchema,
  /**
   * Documents of the show that go along: in how many mails, to whom (null when no agency is found, and when each of `shares`
   * receives them); null when there is none.
   */
  documents: z.nullable(
    z.object({
      recipient: z.nullable(z.object({ label: z.string(), address: z.string() })),
      mails: z.int(),
      files: z.array(z.object({ type: z.enum(documentTypes), name: z.string(), size: z.int() })),
    }),
  ),
  /** SACEM, several agencies: the statement of each, in place of the single one above. Empty otherwise. */
  shares: z.array(
    z.object({
      recipient: z.object({ label: z.string(), address: z.string() }),
      performances: z.array(z.object({ id: z.string(), startAt: z.iso.datetime(), place: z.nullable(z.string()) })),
      /** It took the same statement already: nothing more is sent to it. */
      isDelivered: z.boolean(),
      documentHref: z.nullable(z.string()),
    }),
  ),
});
export type OrganismReview = z.infer<typeof organismReviewSchema>;

export const reviewDeclarationOutput = z.object({
  version: z.int(),
  /** Of all that would be sent, figures of the ticketing included: given back with the transmission. */
  fingerprint: z.string(),
  seriesName: z.string(),
  /** From whom: name and address that the organism answers to. */
  declarant: z.object({ name: z.string(), email: z.string() }),
  organisms: z.array(organismReviewSchema),
});
export type DeclarationReview = z.infer<typeof reviewDeclarationOutput>;
