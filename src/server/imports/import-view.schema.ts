import * as z from 'zod/mini';
import { importMappingSchema } from '@/domain/ticketing/import/mapping';
import { importNeedCodes } from '@/domain/ticketing/import/reading';
import { runSchema } from '@/server/ticketing/list-connections.schema';

export const importScope = z.object({ organizationId: z.uuid(), importId: z.uuid() });

export const importStates = [
  'receiving',
  'queued',
  'reading',
  'read',
  'refused',
  'storing',
  'stored',
  'failed',
] as const;

/** Money in cents, rates in basis points, instants ISO-8601 UTC. HT null when the file does not tell it. */
const totalsSchema = z.object({
  performances: z.int(),
  paidTickets: z.int(),
  freeTickets: z.int(),
  includingTaxesCents: z.int(),
  excludingTaxesCents: z.nullable(z.int()),
});
export type ImportTotals = z.infer<typeof totalsSchema>;

const previewedSeriesSchema = z.extend(totalsSchema, {
  id: z.string(),
  name: z.string(),
  /** The first ones, by start. */
  first: z.array(
    z.object({
      startAt: z.string(),
      includingTaxesCents: z.int(),
      excludingTaxesCents: z.nullable(z.int()),
      taxRateBp: z.nullable(z.int()),
      paidTickets: z.int(),
      freeTickets: z.int(),
    }),
  ),
});
export type PreviewedSeries = z.infer<typeof previewedSeriesSchema>;

/** What the page shows of a reading: totals over all of it, and its beginning. */
const readingPreviewSchema = z.object({
  seriesCount: z.int(),
  totals: totalsSchema,
  series: z.array(previewedSeriesSchema),
  unreadableCount: z.int(),
  unreadable: z.array(z.object({ row: z.int(), reason: z.string() })),
  needs: z.array(z.object({ code: z.enum(importNeedCodes), detail: z.string() })),
  /** Sentences on what was left out. */
  warnings: z.array(z.string()),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
});
export type ReadingPreview = z.infer<typeof readingPreviewSchema>;

export const importViewSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Bytes. */
  size: z.int(),
  state: z.enum(importStates),
  revision: z.int(),
  rowsRead: z.int(),
  /** Read as an earlier file of the same columns was. */
  isRemembered: z.boolean(),
  refusal: z.nullable(z.string()),
  mapping: z.nullable(importMappingSchema),
  reading: z.nullable(readingPreviewSchema),
  /** The name proposed for the ticketing it comes from. */
  label: z.string(),
  /** The run that stores it, or stored it. */
  run: z.nullable(runSchema),
});
export type ImportView = z.infer<typeof importViewSchema>;

/** A new mapping on top of the revision on screen (`stale-version` else); the file is read again. */
export const changeMappingInput = z.extend(importScope, { revision: z.int(), mapping: importMappingSchema });

/** `label`: what the person calls the ticketing it comes from. Errors: `stale-version`, `import-under-way`, `import-incomplete`. */
export const confirmImportInput = z.extend(importScope, {
  revision: z.int(),
  label: z.string().check(z.trim(), z.minLength(1), z.maxLength(100)),
});
