import { expect, it } from '@jest/globals';
import type { ExpectedPerformance } from './expected-performances';
import type { RemoteSeries } from '@/domain/ticketing/model';

/** Anything that brings series: a connector, an import, a push. */
export type DeliverySource = {
  /** Everything, by series id. Run several times. */
  deliver(): Promise<readonly RemoteSeries[]>;
  /** What the accounts of the vendor say, by series id and start. Never empty. */
  expected(): readonly ExpectedPerformance[];
};

/** What every source of figures promises, wherever they come from: exact, whole, in order, each once, the same twice. */
export function describeDelivery({ deliver, expected }: DeliverySource): void {
  it('gives figures equal to the ledger of the vendor, to the cent and to the ticket', async () => {
    const delivered = toComparable(await deliver());
    expect(expected().length).toBeGreaterThan(0);
    expect(delivered).toEqual(expected());
  });

  it('gives whole numbers, UTC instants and performances in order', async () => {
    for (const { name, performances } of await deliver()) {
      expect(name.trim()).not.toBe('');
      expect(performances.length).toBeGreaterThan(0);
      expect(performances.map(({ startAt, id }) => `${startAt} ${id}`)).toEqual(
        performances.map(({ startAt, id }) => `${startAt} ${id}`).sort(),
      );
      for (const performance of performances) expectExactPerformance(performance);
    }
  });

  it('gives each series once and each performance an identifier of its own', async () => {
    const series = await deliver();
    const ids = series.flatMap(({ performances }) => performances.map(({ id }) => id));
    expect(new Set(series.map(({ id }) => id)).size).toBe(series.length);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives equal results twice', async () => {
    expect(await deliver()).toEqual(await deliver());
  });
}

export function toComparable(series: readonly RemoteSeries[]): readonly unknown[] {
  return series.flatMap(({ id: seriesId, performances }) =>
    performances.map(({ id: _id, endAt: _endAt, ...figures }) => ({ seriesId, ...figures })),
  );
}

function expectExactPerformance(performance: RemoteSeries['performances'][number]): void {
  const { includingTaxesCents, excludingTaxesCents, paidTickets, freeTickets, taxRateBp, startAt, endAt } = performance;
  for (const integer of [includingTaxesCents, excludingTaxesCents, paidTickets, freeTickets, taxRateBp ?? 0]) {
    expect(Number.isSafeInteger(integer) && integer >= 0).toBe(true);
  }
  expect(excludingTaxesCents).toBeLessThanOrEqual(includingTaxesCents);
  for (const instant of [startAt, endAt ?? startAt]) expect(new Date(instant).toISOString()).toBe(instant);
  expect((endAt ?? startAt) >= startAt).toBe(true);
}
