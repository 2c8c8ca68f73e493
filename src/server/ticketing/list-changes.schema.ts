import * as z from 'zod/mini';
import { changeKinds } from '@/domain/ticketing/changes';
import { centsSchema, rateBpSchema, ticketsSchema } from '@/domain/declaration/neutral';

export const listChangesInput = z.object({
  organizationId: z.uuid(),
  runId: z.uuid(),
  page: z._default(z.int().check(z.gte(1), z.lte(10_000)), 1),
});
export const changesPageSize = 50;

export const changedFiguresSchema = z.object({
  includingTaxesCents: centsSchema,
  excludingTaxesCents: centsSchema,
  taxRateBp: z.nullable(rateBpSchema),
  paidTickets: ticketsSchema,
  freeTickets: ticketsSchema,
});

/** One thing that a run changed. Instants are ISO-8601 UTC; what does not go with the kind is null. */
const changeSchema = z.object({
  id: z.string(),
  seriesId: z.uuid(),
  seriesName: z.string(),
  kind: z.enum(changeKinds),
  /** Of the performance; null for a new show. */
  startAt: z.nullable(z.iso.datetime()),
  /** Where a moved performance came from. */
  startAtBefore: z.nullable(z.iso.datetime()),
  /** Of a new show. */
  performances: z.nullable(z.int()),
  before: z.nullable(changedFiguresSchema),
  after: z.nullable(changedFiguresSchema),
});
export type ChangeView = z.infer<typeof changeSchema>;

export const listChangesOutput = z.object({
  rows: z.array(changeSchema),
  total: z.int(),
  page: z.int(),
  pageCount: z.int(),
});
export type ChangesPage = z.infer<typeof listChangesOutput>;
