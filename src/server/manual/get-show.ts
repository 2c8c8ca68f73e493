import 'server-only';
import type * as z from 'zod/mini';
import { type seriesScope } from '@/server/declarations/get-declaration.schema';
import { type Actor } from '@/server/trpc/context';
import { loadTypedShow } from './load-typed-show';
import { type TypedShow } from './save-show.schema';

/** A show typed by hand, with all its performances, in a constant number of queries. */
export async function getShow({ db, organizationId }: Actor, input: z.infer<typeof seriesScope>): Promise<TypedShow> {
  const { series, locked, declared } = await loadTypedShow(db, { organizationId, seriesId: input.seriesId });
  return {
    version: series.version,
    name: series.name,
    locked,
    declared,
    performances: series.performances.map((row) => ({
      id: row.id,
      performance: {
        startAt: row.startAt.toISOString(),
        includingTaxesCents: Number(row.importedIncludingCents),
        excludingTaxesCents: Number(row.importedExcludingCents),
        taxRateBp: row.importedTaxRateBp,
        paidTickets: row.importedPaidTickets,
        freeTickets: row.importedFreeTickets,
      },
    })),
  };
}
