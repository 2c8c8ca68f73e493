import 'server-only';
import * as z from 'zod';
import { type ConnectorWarning } from '@/connectors/connector';
import { centsSchema, instantSchema, rateBpSchema, ticketsSchema } from '@/domain/declaration/neutral';
import { type RemoteSeries } from '@/domain/ticketing/model';

const idSchema = z.string().min(1).max(200);

const boundsSchema = z.object({
  performances: z.array(
    z
      .object({
        includingTaxesCents: centsSchema,
        excludingTaxesCents: centsSchema,
        taxRateBp: z.nullable(rateBpSchema),
        paidTickets: ticketsSchema,
        freeTickets: ticketsSchema,
      })
      .refine((figures) => figures.excludingTaxesCents <= figures.includingTaxesCents),
  ),
});

const shapeSchema = z.object({
  id: idSchema,
  name: z.string().refine((name) => name.trim() !== ''),
  performances: z
    .array(z.object({ id: idSchema, startAt: instantSchema, endAt: z.nullable(instantSchema) }))
    .min(1)
    .refine((performances) => new Set(performances.map(({ id }) => id)).size === performances.length),
});

/**
 * The last look before the database, whose own checks would break the whole run: what a declaration cannot hold is left
 * out, by name. Null when the series can be stored.
 */
export function checkRemoteSeries(series: RemoteSeries): ConnectorWarning | null {
  if (!shapeSchema.safeParse(series).success) return warn('unexpected-series', series, 'ses données sont incomplètes');
  if (!boundsSchema.safeParse(series).success)
    return warn(
      'amount-out-of-bounds',
      series,
      'une représentation porte un montant ou un nombre de billets impossible',
    );
  return null;
}

function warn(code: ConnectorWarning['code'], series: RemoteSeries, reason: string): ConnectorWarning {
  return { code, detail: `«\u00a0${series.name.trim() || series.id}\u00a0» n’est pas repris : ${reason}.` };
}
