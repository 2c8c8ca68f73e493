import 'server-only';
import { type TypedPerformance } from './manual-performance.schema';

/**
 * What is typed is the source of these figures, as a ticketing system is for others: it goes where a synchronisation writes, and the
 * page of the show keeps its corrections beside it.
 */
export function toPerformanceData(typed: TypedPerformance, now: Date) {
  return {
    startAt: typed.startAt,
    importedIncludingCents: typed.includingTaxesCents,
    importedExcludingCents: typed.excludingTaxesCents,
    importedTaxRateBp: typed.taxRateBp,
    importedPaidTickets: typed.paidTickets,
    importedFreeTickets: typed.freeTickets,
    importedAt: now,
  };
}
