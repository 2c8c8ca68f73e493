import 'server-only';
import * as z from 'zod';
import { type ConnectorWarning } from '@/connectors/connector';
import {
  importNeedCodes,
  type ImportedSeries,
  type ImportNeed,
  type UnreadableRow,
} from '@/domain/ticketing/import/reading';

/** What was read in a file, as kept until it is confirmed: shows and figures, never a person. */
export type StoredReading = {
  readonly series: readonly ImportedSeries[];
  /** The first ones. */
  readonly unreadable: readonly UnreadableRow[];
  readonly unreadableCount: number;
  readonly needs: readonly ImportNeed[];
  /** What was left out and should be read, by name. */
  readonly warnings: readonly ConnectorWarning[];
  /** Empty for a CSV. */
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[];
};

export const storedReadingSchema: z.ZodType<StoredReading> = z.object({
  series: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      performances: z.array(
        z.object({
          id: z.string(),
          startAt: z.string(),
          endAt: z.nullable(z.string()),
          includingTaxesCents: z.int(),
          excludingTaxesCents: z.nullable(z.int()),
          taxRateBp: z.nullable(z.int()),
          paidTickets: z.int(),
          freeTickets: z.int(),
        }),
      ),
    }),
  ),
  unreadable: z.array(z.object({ row: z.int(), reason: z.string() })),
  unreadableCount: z.int(),
  needs: z.array(z.object({ code: z.enum(importNeedCodes), detail: z.string() })),
  warnings: z.array(
    z.object({ code: z.custom<ConnectorWarning['code']>((code) => typeof code === 'string'), detail: z.string() }),
  ),
  sheets: z.array(z.object({ name: z.string(), isHidden: z.boolean() })),
});
