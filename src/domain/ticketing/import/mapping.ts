import * as z from 'zod/mini';

/** What a column of an export may mean. Every other column is `ignored`: people, other dates, fees, net amounts, filling rates. */
export const columnMeanings = [
  'series-name',
  'series-id',
  'performance-id',
  'start-at', // date, with its time when it has one
  'start-time',
  'tariff',
  'kind', // what the row sells: ticket, donation, shop item, fee
  'status',
  'ticket-id',
  'quantity', // tickets of the row; the free ones of `free-quantity` not among them
  'total-quantity', // tickets of the row; the free ones of `free-quantity` among them
  'free-quantity',
  'including-taxes', // of the whole row
  'excluding-taxes',
  'tax-amount',
  'unit-price', // including taxes, of one ticket
  'tax-rate',
  'currency',
  'ignored',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

/** Each meaning is given to one column at most, but for `ignored`. */
const columnSchema = z.object({
  /** As printed in the file, on one line. */
  header: z.string().check(z.maxLength(200)),
  /** 1 for the first column with this header, 2 for the second. */
  occurrence: z.int().check(z.minimum(1), z.maximum(1000)),
  meaning: z.enum(columnMeanings),
});

/** What only a person can tell. Null: not asked, or not answered yet. */
const answersSchema = z.object({
  seriesName: z.nullable(z.string().check(z.trim(), z.minLength(1), z.maxLength(300))),
  /** ISO-8601 with zone. The date and time of a file of one performance; its Paris time when only times are missing. */
  startAt: z.nullable(z.iso.datetime({ offset: true })),
  /** `HH:MM`, Paris time, for the dates that have none; goes before that of `startAt`. */
  startTime: z.nullable(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))),
  /** For the paid amounts whose rate and HT the file does not tell. */
  taxRateBp: z.nullable(z.int().check(z.minimum(0), z.maximum(10_000))),
});
export type ImportAnswers = z.infer<typeof answersSchema>;

export const noAnswers: ImportAnswers = { seriesName: null, startAt: null, startTime: null, taxRateBp: null };

/**
 * How to read an export: plain data, found by the reader, corrected by the user, remembered per organization under the
 * `shape` of the file (`ExportTable.shape`), and good for every file with the same column names.
 */
export const importMappingSchema = z.object({
  version: z.literal(1),
  /** Sheets to read, by name; empty: those of the file that hold figures (always so for a CSV). */
  sheets: z.array(z.string().check(z.maxLength(200))).check(z.maxLength(200)),
  columns: z.array(columnSchema).check(z.maxLength(1000)),
  /** Statuses that the user decided on, over what the reader knows of them. */
  statuses: z
    .array(z.object({ value: z.string().check(z.maxLength(200)), counts: z.boolean() }))
    .check(z.maxLength(500)),
  answers: answersSchema,
});
export type ImportMapping = z.infer<typeof importMappingSchema>;
