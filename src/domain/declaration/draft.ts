import * as z from 'zod/mini';
import { audiences, genres } from '../genre';
import {
  addressSchema,
  amountPairSchema,
  capacitySchema,
  centsSchema,
  creditSchema,
  instantSchema,
  organismIdSchema,
  producerSchema,
  rateBpSchema,
  sirenSchema,
  siretSchema,
  ticketsSchema,
  venueSchema,
} from './neutral';

/**
 * The draft: what the page of a show edits. It keeps apart what the ticketing said and what a person changed.
 * Cents, basis points and UTC instants as in the neutral declaration; null means "not given" or "as imported".
 */
export const importedFiguresSchema = z.object({
  includingTaxesCents: centsSchema,
  excludingTaxesCents: centsSchema,
  taxRateBp: z.nullable(rateBpSchema),
  paidTickets: ticketsSchema,
  freeTickets: ticketsSchema,
  importedAt: instantSchema,
});

/** HT and TTC are corrected together, the other figures each on its own. Null: as imported. */
export const correctedFiguresSchema = z.object({
  amounts: z.nullable(amountPairSchema),
  taxRateBp: z.nullable(rateBpSchema),
  paidTickets: z.nullable(ticketsSchema),
  freeTickets: z.nullable(ticketsSchema),
});
export type CorrectedFigures = z.infer<typeof correctedFiguresSchema>;

export const draftOverridesSchema = z.object({
  venue: z.nullable(venueSchema),
  capacity: z.nullable(capacitySchema),
  audience: z.nullable(z.enum(audiences)),
  taxRateBp: z.nullable(rateBpSchema),
});
export type DraftOverrides = z.infer<typeof draftOverridesSchema>;

export const otherRevenueSchema = z.object({
  bar: amountPairSchema,
  catering: amountPairSchema,
  programmes: amountPairSchema,
  other: amountPairSchema,
});

/**
 * What a person answered about a performance that is gone: declared all the same (true) or left out (false). Null while nobody
 * did: it is then declared only when it carries corrections.
 */
const absenceSchema = z.object({ kept: z.nullable(z.boolean()) });

export const draftPerformanceSchema = z.object({
  id: z.string(),
  startAt: instantSchema,
  endAt: z.nullable(instantSchema),
  imported: importedFiguresSchema,
  corrected: correctedFiguresSchema,
  /** Last person who corrected a figure, and when; null when nothing is corrected. */
  correction: z.nullable(z.object({ by: z.string(), at: instantSchema })),
  otherRevenue: otherRevenueSchema,
  overrides: draftOverridesSchema,
  /** The ticketing no longer knows this performance. */
  gone: z.boolean(),
  absence: absenceSchema,
});
export type DraftPerformance = z.infer<typeof draftPerformanceSchema>;

export const draftSeriesSchema = z.object({
  id: z.string(),
  name: z.string(),
  genre: z.nullable(z.enum(genres)),
  audience: z.enum(audiences),
  producer: z.nullable(producerSchema),
  venue: z.nullable(venueSchema),
  capacity: z.nullable(capacitySchema),
  taxRateBp: z.nullable(rateBpSchema),
  expenses: z.object({
    total: z.nullable(amountPairSchema),
    approach: z.nullable(amountPairSchema),
    circus: z.nullable(amountPairSchema),
  }),
  salePrice: z.nullable(amountPairSchema),
  hasPrivateContract: z.nullable(z.boolean()),
  schoolSessionsExempt: z.nullable(z.boolean()),
  artists: z.nullable(creditSchema),
  author: z.nullable(creditSchema),
  director: z.nullable(creditSchema),
});

export const draftOrganizationSchema = z.object({
  id: z.string(),
  name: z.string(),
  siren: sirenSchema,
  siret: siretSchema,
  headquarters: z.nullable(addressSchema),
  sacemId: z.nullable(organismIdSchema),
  sacdId: z.nullable(organismIdSchema),
  licenceNumbers: z.array(z.string()),
  isSubsidised: z.nullable(z.boolean()),
});

export const draftSchema = z.object({
  organization: draftOrganizationSchema,
  series: draftSeriesSchema,
  /** In order of start, then id. */
  performances: z.array(draftPerformanceSchema),
});
export type Draft = z.infer<typeof draftSchema>;

/**
 * What a save carries: only what changed since the version it names. An absent field is untouched, null empties it.
 * Being a difference, it can be laid again on somebody else's newer version without losing either.
 */
export const draftPatchSchema = z.object({
  organization: z.optional(
    z.object({
      sacemId: z.optional(z.nullable(organismIdSchema)),
      sacdId: z.optional(z.nullable(organismIdSchema)),
      isSubsidised: z.optional(z.nullable(z.boolean())),
    }),
  ),
  series: z.optional(
    z.object({
      genre: z.optional(z.nullable(z.enum(genres))),
      audience: z.optional(z.enum(audiences)),
      producer: z.optional(z.nullable(producerSchema)),
      venue: z.optional(z.nullable(venueSchema)),
      capacity: z.optional(z.nullable(capacitySchema)),
      taxRateBp: z.optional(z.nullable(rateBpSchema)),
      expenses: z.optional(
        z.object({
          total: z.optional(z.nullable(amountPairSchema)),
          approach: z.optional(z.nullable(amountPairSchema)),
          circus: z.optional(z.nullable(amountPairSchema)),
        }),
      ),
      salePrice: z.optional(z.nullable(amountPairSchema)),
      hasPrivateContract: z.optional(z.nullable(z.boolean())),
      schoolSessionsExempt: z.optional(z.nullable(z.boolean())),
      artists: z.optional(z.nullable(creditSchema)),
      author: z.optional(z.nullable(creditSchema)),
      director: z.optional(z.nullable(creditSchema)),
    }),
  ),
  performances: z.optional(
    z
      .array(
        z.object({
          id: z.string(),
          corrected: z.optional(z.partial(correctedFiguresSchema)),
          otherRevenue: z.optional(z.partial(otherRevenueSchema)),
          overrides: z.optional(z.partial(draftOverridesSchema)),
          absence: z.optional(z.partial(absenceSchema)),
        }),
      )
      .check(z.maxLength(1000)),
  ),
});
export type DraftPatch = z.infer<typeof draftPatchSchema>;
