import * as z from 'zod/mini';
import { declarationStates } from '@/domain/declaration/status';
import { organisms } from '@/domain/organism';

/**
 * Filters of the list of shows. `to-declare`: last performance over and something not sent yet; `upcoming`: not over;
 * `attention`: refused, failed or unknown, or declared and since changed or being corrected; `declared`: everything chosen is sent or accepted.
 */
export const seriesFilters = ['all', 'to-declare', 'upcoming', 'attention', 'declared'] as const;
export const seriesSorts = ['end-desc', 'end-asc', 'name'] as const;

export const listSeriesInput = z.object({
  organizationId: z.uuid(),
  filter: z._default(z.enum(seriesFilters), 'all'),
  sort: z._default(z.enum(seriesSorts), 'end-desc'),
  search: z._default(z.string().check(z.maxLength(200)), ''),
  page: z._default(z.int().check(z.gte(1), z.lte(10_000)), 1),
});
export type ListSeriesInput = z.infer<typeof listSeriesInput>;

export const seriesRowSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  startAt: z.nullable(z.iso.datetime()),
  endAt: z.nullable(z.iso.datetime()),
  performances: z.int(),
  /** Left out of what is declared, the ticketing no longer knowing them. */
  gonePerformances: z.int(),
  tickets: z.int(),
  includingTaxesCents: z.int(),
  declarations: z.array(
    z.object({
      organism: z.enum(organisms),
      state: z.enum(declarationStates),
      dueAt: z.nullable(z.iso.datetime()),
      /** What would be declared today is no longer what was received. */
      changed: z.boolean(),
    }),
  ),
});
export type SeriesRow = z.infer<typeof seriesRowSchema>;

export const seriesPageSize = 50;
export const listSeriesOutput = z.object({
  rows: z.array(seriesRowSchema),
  /** Rows that match filter and search, over all pages. */
  total: z.int(),
  page: z.int(),
  pageCount: z.int(),
  /** Per filter, under the same search. */
  counts: z.object({ all: z.int(), 'to-declare': z.int(), upcoming: z.int(), attention: z.int(), declared: z.int() }),
});
export type SeriesPage = z.infer<typeof listSeriesOutput>;
