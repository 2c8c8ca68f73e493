import type { TypedPerformance } from '@/server/manual/manual-performance.schema';

/** Performances without figures yet, each with the key that makes it unique however many times it is sent. */
export function toNewPerformances(
  starts: readonly string[],
  taxRateBp: number | null,
): { key: string; performance: TypedPerformance }[] {
  return starts.map((startAt) => ({
    key: crypto.randomUUID(),
    performance: {
      startAt,
      taxRateBp,
      includingTaxesCents: 0,
      excludingTaxesCents: 0,
      paidTickets: 0,
      freeTickets: 0,
    },
  }));
}
