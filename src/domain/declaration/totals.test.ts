import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { givenPair, givenPerformance } from '@/testing/given-declaration';
import { maxAmountCents } from './bounds';
import { addTotals, computeTotals, toAveragePriceCents, toSideTotal, toTotal } from './totals';

const nothing = { excludingTaxesCents: 0, includingTaxesCents: 0, vatCents: 0 };

describe('computeTotals', () => {
  it('adds the rounded performances, VAT being TTC − HT', () => {
    const performances = [
      givenPerformance({
        otherRevenue: {
          bar: givenPair(15000, 18000),
          catering: givenPair(500, 550),
          programmes: givenPair(1896, 2000),
          other: givenPair(0, 0),
        },
      }),
      givenPerformance({
        ticketing: { excludingTaxesCents: 106635, includingTaxesCents: 112500, paidTickets: 75, freeTickets: 3 },
        otherRevenue: {
          bar: givenPair(10000, 12000),
          catering: givenPair(0, 0),
          programmes: givenPair(0, 0),
          other: givenPair(7, 8),
        },
      }),
    ];
    expect(computeTotals(performances)).toEqual({
      performances: 2,
      paidTickets: 195,
      freeTickets: 11,
      ticketing: { excludingTaxesCents: 277251, includingTaxesCents: 292500, vatCents: 15249 },
      otherRevenue: {
        bar: { excludingTaxesCents: 25000, includingTaxesCents: 30000, vatCents: 5000 },
        catering: { excludingTaxesCents: 500, includingTaxesCents: 550, vatCents: 50 },
        programmes: { excludingTaxesCents: 1896, includingTaxesCents: 2000, vatCents: 104 },
        other: { excludingTaxesCents: 7, includingTaxesCents: 8, vatCents: 1 },
      },
      side: { excludingTaxesCents: 27403, includingTaxesCents: 32558, vatCents: 5155 },
      revenue: { excludingTaxesCents: 304654, includingTaxesCents: 325058, vatCents: 20404 },
    });
  });

  it('counts what is not typed yet as zero', () => {
    const empty = { excludingTaxesCents: null, includingTaxesCents: null };
    const draft = {
      ticketing: { ...empty, includingTaxesCents: 1055, paidTickets: null, freeTickets: null },
      otherRevenue: { bar: empty, catering: empty, programmes: empty, other: empty },
    };
    expect(computeTotals([draft]).revenue).toEqual({
      excludingTaxesCents: 0,
      includingTaxesCents: 1055,
      vatCents: 1055,
    });
    expect(computeTotals([draft])).toMatchObject({ paidTickets: 0, freeTickets: 0, side: nothing });
  });

  it('is all zeros without any performance', () => {
    expect(computeTotals([])).toEqual({
      performances: 0,
      paidTickets: 0,
      freeTickets: 0,
      ticketing: nothing,
      otherRevenue: { bar: nothing, catering: nothing, programmes: nothing, other: nothing },
      side: nothing,
      revenue: nothing,
    });
  });

  it('adds up: totals equal the exact sum of the lines, and the sides equal their kinds', () => {
    const pair = fc.record({
      excludingTaxesCents: fc.integer({ min: 0, max: maxAmountCents }),
      includingTaxesCents: fc.integer({ min: 0, max: maxAmountCents }),
    });
    const performance = fc.record({
      ticketing: pair.chain((amounts) =>
        fc
          .record({ paidTickets: fc.nat(5000), freeTickets: fc.nat(500) })
          .map((tickets) => ({ ...amounts, ...tickets })),
      ),
      otherRevenue: fc.record({ bar: pair, catering: pair, programmes: pair, other: pair }),
    });
    fc.assert(
      fc.property(fc.array(performance, { maxLength: 200 }), (performances) => {
        const totals = computeTotals(performances);
        const exact = performances.reduce(
          (sum, { ticketing, otherRevenue }) =>
            [ticketing, ...Object.values(otherRevenue)].reduce(
              (line, { includingTaxesCents }) => line + BigInt(includingTaxesCents),
              sum,
            ),
          0n,
        );
        expect(BigInt(totals.revenue.includingTaxesCents)).toBe(exact);
        expect(totals.revenue).toEqual(toTotal([totals.ticketing, totals.side]));
        expect(totals.side).toEqual(toTotal(performances.map(toSideTotal)));
      }),
    );
  });
});

describe('addTotals', () => {
  it('is what the performances would give together', () => {
    const performances = [
      givenPerformance(),
      givenPerformance({
        id: 'other',
        otherRevenue: {
          bar: givenPair(1000, 1200),
          catering: givenPair(500, 550),
          programmes: givenPair(100, 120),
          other: givenPair(7, 8),
        },
      }),
      givenPerformance({ id: 'third' }),
    ];
    const parts = [performances.slice(0, 1), performances.slice(1), []].map(computeTotals);
    expect(addTotals(parts)).toEqual(computeTotals(performances));
    expect(addTotals([])).toEqual(computeTotals([]));
  });
});

describe('toAveragePriceCents', () => {
  it.each([
    [180000, 120, 1500],
    [1000, 3, 333],
    [1001, 2, 501],
    [0, 5, 0],
    [180000, 0, null],
  ])('%i cents over %i paid tickets: %j', (cents, tickets, average) => {
    expect(toAveragePriceCents(cents, tickets)).toBe(average);
  });
});
