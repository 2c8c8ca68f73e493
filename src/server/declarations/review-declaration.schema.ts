import * as z from 'zod/mini';
import { documentTypes } from '@/domain/declaration/bounds';
import { declarationFields, declarationIssueCodes } from '@/domain/declaration/issue';
import { seriesOrganisms, taxOrganisms } from '@/domain/organism';

export { seriesScope as reviewDeclarationInput } from './get-declaration.schema';

const issueSchema = z.object({
  organism: z.enum(seriesOrganisms),
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
      isCopied: z.optional(z.boolean()),
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

/** A tax of a structure over one calendar year of performances, all its shows together; indicative. */
const yearlyTaxSchema = z.object({
  tax: z.enum(taxOrganisms),
  year: z.int(),
  taxCents: z.int(),
  thresholdCents: z.int(),
});
export type YearlyTax = z.infer<typeof yearlyTaxSchema>;

export const organismReviewSchema = z.object({
  organism: z.enum(seriesOrganisms),
  /** False when it is accepted or in flight already: nothing to send. */
  sendable: z.boolean(),
  /** Of a correction: what it replaces, in words. Null for a first declaration. */
  correction: z.nullable(z.string()),
  /** A correction that a person writes to the organism, from the page of the show: not sent from here. */
  byLetter: z.boolean(),
  /** Agencies that hold a statement and that a correction leaves without any performance: a person must tell them. */
  leftAgencies: z.array(z.string()),
  issues: z.array(issueSchema),
  /** Who receives it, in words; null when no agency is found. */
  recipient: z.nullable(z.object({ label: z.string(), address: z.string() })),
  /** Address of the very PDF; null for SACD, and while something blocks. */
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
  /** A tax on shows: one total per calendar year in which the show is played. Empty otherwise. */
  yearlyTaxes: z.array(yearlyTaxSchema),
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
