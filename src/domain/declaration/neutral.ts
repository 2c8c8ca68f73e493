import * as z from 'zod/mini';
import { audiences, genres } from '../genre';
import { organisms } from '../organism';
import { venueKinds } from '../venue-kind';
import { documentTypes, maxAmountCents, maxTickets } from './bounds';

/**
 * The neutral declaration: everything known of one series, before any organism's own form.
 * Amounts are integer cents from 0 to 99,999,999.99 €, rates integer basis points (5.5 % = 550), instants ISO-8601 UTC.
 * It is the input of every organism module, the payload frozen in a submission and the file that `cli declaration` reads.
 * A draft may be incomplete: fields that a person has not given yet are null. Fields that came later (`lateAnswer`) may be
 * absent from older payloads and files, and are then null.
 */

export const centsSchema = z.int().check(z.gte(0), z.lte(maxAmountCents));
export const ticketsSchema = z.int().check(z.gte(0), z.lte(maxTickets));
export const capacitySchema = z.int().check(z.gte(0), z.lte(maxTickets));
/** 0 to 100 %. */
export const rateBpSchema = z.int().check(z.gte(0), z.lte(10_000));
export const instantSchema = z.iso.datetime();

/** HT and TTC of one amount, in cents. */
export const amountPairSchema = z.object({ excludingTaxesCents: centsSchema, includingTaxesCents: centsSchema });
export type AmountPair = z.infer<typeof amountPairSchema>;

export const addressSchema = z.object({
  street: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  postalCode: z.string().check(z.trim(), z.minLength(1), z.maxLength(20)),
  city: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  /** ISO 3166-1 alpha-2. */
  countryCode: z.string().check(z.regex(/^[A-Z]{2}$/)),
});
export type Address = z.infer<typeof addressSchema>;

export const venueSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  address: addressSchema,
  /** Type of place, which SIBIL asks for once per place; never part of what makes two venues one. */
  kind: z.optional(z.enum(venueKinds)),
});
export type Venue = z.infer<typeof venueSchema>;

export const sirenSchema = z.string().check(z.regex(/^\d{9}$/));
export const siretSchema = z.string().check(z.regex(/^\d{14}$/));
/** Client number at SACEM or identifier at SACD: 1 to 10 digits. */
export const organismIdSchema = z.string().check(z.regex(/^\d{1,10}$/));

export const producerSchema = z.object({
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(200)),
  siren: sirenSchema,
});
export type Producer = z.infer<typeof producerSchema>;

/** Artists, author or director as a person writes them: 1 to 200 characters. */
export const creditSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(200));

export const ticketingFiguresSchema = z.extend(amountPairSchema, {
  paidTickets: ticketsSchema,
  freeTickets: ticketsSchema,
});

/** What one performance says differently from its series; an absent field means "as the series". */
export const overridesSchema = z.object({
  venue: z.optional(venueSchema),
  capacity: z.optional(capacitySchema),
  audience: z.optional(z.enum(audiences)),
  /** Null when its paid tickets have several rates, or none is known: the series' rate is then not its own. */
  taxRateBp: z.optional(z.nullable(rateBpSchema)),
});
export type Overrides = z.infer<typeof overridesSchema>;

export const neutralPerformanceSchema = z.object({
  id: z.string().check(z.minLength(1)),
  startAt: instantSchema,
  endAt: z.nullable(instantSchema),
  ticketing: ticketingFiguresSchema,
  otherRevenue: z.object({
    bar: amountPairSchema,
    catering: amountPairSchema,
    programmes: amountPairSchema,
    other: amountPairSchema,
  }),
  overrides: overridesSchema,
});
export type NeutralPerformance = z.infer<typeof neutralPerformanceSchema>;

/** An answer asked for since payloads were first frozen: null where they, or a file, do not hold it. */
function lateAnswer<Schema extends z.ZodMiniType>(schema: Schema) {
  return z._default(z.nullable(schema), null);
}

export const neutralDeclarationSchema = z.object({
  /** When the declaration is made: the date printed on documents, in Paris time. */
  declaredAt: instantSchema,
  organization: z.object({
    name: z.string().check(z.minLength(1)),
    siren: sirenSchema,
    siret: siretSchema,
    headquarters: z.nullable(addressSchema),
    sacemId: z.nullable(organismIdSchema),
    sacdId: z.nullable(organismIdSchema),
    licenceNumbers: z.array(z.string()),
    /** Public establishment or subsidised company: the ASTP tax mostly spares it. Null while nobody said. */
    isSubsidised: lateAnswer(z.boolean()),
  }),
  declarant: z.object({ firstname: z.string(), lastname: z.string(), email: z.string() }),
  series: z.object({
    id: z.string().check(z.minLength(1)),
    name: z.string().check(z.minLength(1)),
    producer: z.nullable(producerSchema),
    genre: z.nullable(z.enum(genres)),
    organisms: z.array(z.enum(organisms)),
    venue: z.nullable(venueSchema),
    capacity: z.nullable(capacitySchema),
    audience: z.enum(audiences),
    taxRateBp: z.nullable(rateBpSchema),
    expenses: z.object({
      total: z.nullable(amountPairSchema),
      approach: z.nullable(amountPairSchema),
      circus: z.nullable(amountPairSchema),
    }),
    /** Price of the sale contract: base of the taxes on shows when entrance is free. */
    salePrice: lateAnswer(amountPairSchema),
    /** Rests on a co-production, co-realisation, hire or sale contract with a private, unsubsidised entrepreneur (ASTP). */
    hasPrivateContract: lateAnswer(z.boolean()),
    /** Performances for schools are educational sessions of a public school or one under contract: no tax on them. */
    schoolSessionsExempt: lateAnswer(z.boolean()),
    artists: lateAnswer(creditSchema),
    author: lateAnswer(creditSchema),
    director: lateAnswer(creditSchema),
  }),
  performances: z.array(neutralPerformanceSchema),
  /** Documents of the show that go with it. Size in bytes and SHA-256 are there since documents are joined to shows. */
  documents: z.array(
    z.object({
      type: z.enum(documentTypes),
      name: z.string(),
      contentType: z.string(),
      size: z.optional(z.int()),
      sha256: z.optional(z.string()),
    }),
  ),
  /** Of a corrective declaration only: its own number, and the submission that it cancels and replaces. */
  corrects: z.optional(z.object({ number: z.int(), replaces: z.int(), submittedAt: instantSchema })),
});
export type NeutralDeclaration = z.infer<typeof neutralDeclarationSchema>;
