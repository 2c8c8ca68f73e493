import * as z from 'zod/mini';
import { centsSchema, rateBpSchema, ticketsSchema } from '@/domain/declaration/neutral';

/** This century: a year typed with a digit missing is a mistake. ISO-8601 UTC. */
const startSchema = z.iso.datetime().check(z.regex(/^20/));

/** One performance as typed: amounts in cents, the rate in basis points, null when its tickets have several. */
export const typedPerformanceSchema = z
  .object({
    startAt: startSchema,
    includingTaxesCents: centsSchema,
    excludingTaxesCents: centsSchema,
    taxRateBp: z.nullable(rateBpSchema),
    paidTickets: ticketsSchema,
    freeTickets: ticketsSchema,
  })
  .check(z.refine((figures) => figures.excludingTaxesCents <= figures.includingTaxesCents));
export type TypedPerformance = z.infer<typeof typedPerformanceSchema>;

/** `key` is chosen by the browser: the same request sent twice makes one performance. */
export const newPerformanceSchema = z.object({ key: z.uuid(), performance: typedPerformanceSchema });

export const showNameSchema = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));

/** As many as `maxPlannedDates`: more comes in several times. */
export const newPerformancesSchema = z.array(newPerformanceSchema).check(z.maxLength(400));

/** Starts of performances without figures yet. */
export const newStartsSchema = z.array(z.object({ key: z.uuid(), startAt: startSchema })).check(z.maxLength(400));
