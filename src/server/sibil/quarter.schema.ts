import * as z from 'zod/mini';
import { declarationFields, declarationIssueCodes } from '@/domain/declaration/issue';
import { declarationStates } from '@/domain/declaration/status';
import { venueKinds } from '@/domain/venue-kind';

export { organizationScope as listQuartersInput } from '@/server/organizations/get-organization.schema';

/** A quarter in Paris time: `2026-T2`. */
export const periodSchema = z.string().check(z.regex(/^\d{4}-T[1-4]$/));
export const quarterScope = z.object({ organizationId: z.uuid(), period: periodSchema });

/** One quarter of a structure, as lists show it. */
export const quarterRowSchema = z.object({
  period: periodSchema,
  /** Performances that are declared, over all shows. */
  performances: z.int(),
  state: z.enum(declarationStates),
  /** End of the last Paris day to declare. */
  dueAt: z.iso.datetime(),
  /** Where the deadline comes from, in French. */
  dueSource: z.string(),
  /** It can be declared from its end on. */
  isOver: z.boolean(),
});
export type QuarterRow = z.infer<typeof quarterRowSchema>;
/** The latest first. */
export const listQuartersOutput = z.object({ quarters: z.array(quarterRowSchema) });

const issueSchema = z.object({
  field: z.enum(declarationFields),
  code: z.enum(declarationIssueCodes),
  /** Absent when the whole show lacks it. */
  performanceId: z.optional(z.string()),
});
export type QuarterIssue = z.infer<typeof issueSchema>;

const totalsSchema = z.object({
  performances: z.int(),
  paidTickets: z.int(),
  freeTickets: z.int(),
  /** Ticketing, cents. */
  includingTaxesCents: z.int(),
});
export type QuarterTotals = z.infer<typeof totalsSchema>;

export const quarterViewSchema = z.object({
  period: periodSchema,
  state: z.enum(declarationStates),
  dueAt: z.iso.datetime(),
  dueSource: z.string(),
  isOver: z.boolean(),
  /** By first performance of the quarter. Blocking issues only; those about kinds of place are told by `venues`. */
  shows: z.array(
    z.object({
      seriesId: z.uuid(),
      name: z.string(),
      missing: z.array(issueSchema),
      performances: z.array(
        z.object({
          id: z.string(),
          startAt: z.iso.datetime(),
          venueName: z.nullable(z.string()),
          capacity: z.nullable(z.int()),
          paidTickets: z.int(),
          freeTickets: z.int(),
          includingTaxesCents: z.int(),
        }),
      ),
    }),
  ),
  /** Places of the quarter; the kind is asked once for each. */
  venues: z.array(z.object({ id: z.uuid(), name: z.string(), city: z.string(), kind: z.nullable(z.enum(venueKinds)) })),
  totals: totalsSchema,
  /** The file as it is now; null while something is missing. */
  file: z.nullable(z.object({ filename: z.string(), sha256: z.string() })),
  /** The last submission of this quarter. */
  submission: z.nullable(
    z.object({
      id: z.uuid(),
      number: z.int(),
      createdAt: z.iso.datetime(),
      authorName: z.string(),
      message: z.nullable(z.string()),
      document: z.nullable(z.object({ filename: z.string(), href: z.string(), sha256: z.string() })),
    }),
  ),
});
export type QuarterView = z.infer<typeof quarterViewSchema>;

export const setVenueKindInput = z.object({
  organizationId: z.uuid(),
  venueId: z.uuid(),
  kind: z.enum(venueKinds),
});

/** `sha256`: of the file that the person uploaded; refused when the figures gave another one since. */
export const markDeclaredInput = z.object({
  organizationId: z.uuid(),
  period: periodSchema,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});
export const markDeclaredOutput = z.object({ submissionId: z.uuid(), number: z.int() });
