import type { ContractLedgerLine } from './world';
import type { RemoteSeries } from '@/domain/ticketing/model';

/** What the ledger says of each performance, by series and start, worked out without any code of the application. */
export type ExpectedPerformance = Omit<RemoteSeries['performances'][number], 'id' | 'endAt'> & {
  readonly seriesId: string;
};

/** Performances of the dated series changed since then, by series and start. Every line of such a series counts, old or new. */
export function toExpectedPerformances(
  ledger: readonly ContractLedgerLine[],
  since: Date,
): readonly ExpectedPerformance[] {
  const changed = new Set(
    ledger.filter(({ changedAt }) => changedAt >= since.toISOString()).map(({ seriesId }) => seriesId),
  );
  const groups = new Map<string, ContractLedgerLine[]>();
  for (const line of ledger) {
    if (!changed.has(line.seriesId) || line.startAt === null) continue;
    const key = `${line.seriesId} ${line.startAt}`;
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lines]) => toExpectedPerformance(lines));
}

function toExpectedPerformance(lines: readonly ContractLedgerLine[]): ExpectedPerformance {
  const counted = lines.filter(({ isCounted }) => isCounted);
  const paid = counted.filter(({ receivedCents }) => receivedCents > 0);
  const rates = [...new Set((paid.length > 0 ? paid : counted).map(({ taxRateBp }) => taxRateBp))];
  return {
    seriesId: lines[0]?.seriesId ?? '',
    startAt: lines[0]?.startAt ?? '',
    includingTaxesCents: paid.reduce((sum, { receivedCents }) => sum + receivedCents, 0),
    excludingTaxesCents: toExactExcludingTaxes(paid),
    taxRateBp: rates.length === 1 ? (rates[0] ?? null) : null,
    paidTickets: paid.length,
    freeTickets: counted.length - paid.length,
  };
}

/** Every ticket over one common denominator, divided once, half up. */
function toExactExcludingTaxes(paid: readonly ContractLedgerLine[]): number {
  const divisors = [...new Set(paid.map(({ taxRateBp }) => BigInt(10_000 + (taxRateBp ?? 0))))];
  const common = divisors.reduce((product, divisor) => product * divisor, 1n);
  const numerator = paid.reduce((sum, { receivedCents, taxRateBp }) => {
    return sum + (BigInt(receivedCents) * 10_000n * common) / BigInt(10_000 + (taxRateBp ?? 0));
  }, 0n);
  return Number((numerator * 2n + common) / (common * 2n));
}
