import { describe, expect, it } from '@jest/globals';
import { computeTicketFigures, countTariff, createTally, toTicketFigures, type CountedTicket } from './figures';

function givenTickets(count: number, includingTaxesCents: number, taxRateBp: number | null): CountedTicket[] {
  return Array.from({ length: count }, () => ({ includingTaxesCents, taxRateBp }));
}

describe('computeTicketFigures', () => {
  it.each([
    ['no ticket at all', [], [0, 0, null, 0, 0]],
    ['one rate', givenTickets(100, 1500, 550), [150000, 142180, 550, 100, 0]],
    ['one cent that floats lose', givenTickets(1, 201, 2000), [201, 168, 2000, 1, 0]],
    [
      'paid tickets of two rates',
      [...givenTickets(50, 2000, 210), ...givenTickets(50, 1000, 550)],
      [150000, 145337, null, 100, 0],
    ],
    [
      'a free tariff at another rate, which makes no mix',
      [...givenTickets(2, 1055, 550), ...givenTickets(3, 0, 0)],
      [2110, 2000, 550, 2, 3],
    ],
    [
      'a free ticket of unknown rate',
      [...givenTickets(1, 1055, 550), ...givenTickets(1, 0, null)],
      [1055, 1000, 550, 1, 1],
    ],
    ['only free tickets, which agree', givenTickets(4, 0, 550), [0, 0, 550, 0, 4]],
    ['only free tickets, which differ', [...givenTickets(1, 0, 550), ...givenTickets(1, 0, 0)], [0, 0, null, 0, 2]],
    ['only free tickets of unknown rate', givenTickets(2, 0, null), [0, 0, null, 0, 2]],
  ])(
    'computes %s',
    (_case, tickets, [includingTaxesCents, excludingTaxesCents, taxRateBp, paidTickets, freeTickets]) => {
      expect(computeTicketFigures(tickets)).toEqual({
        includingTaxesCents,
        excludingTaxesCents,
        taxRateBp,
        paidTickets,
        freeTickets,
      });
    },
  );

  it('refuses a paid ticket whose rate is unknown', () => {
    expect(() => computeTicketFigures(givenTickets(1, 100, null))).toThrow(RangeError);
  });
});

describe('countTariff', () => {
  const tariff = { includingTaxesCents: 3000, taxRateBp: 550, paidTickets: 2, freeTickets: 1 };

  it('adds up as its tickets one by one', () => {
    const tally = createTally();
    countTariff(tally, tariff);
    countTariff(tally, { ...tariff, taxRateBp: 210, freeTickets: 0 });
    countTariff(tally, { includingTaxesCents: 0, taxRateBp: null, paidTickets: 0, freeTickets: 4 });
    expect(toTicketFigures(tally)).toEqual(
      computeTicketFigures([
        ...givenTickets(2, 1500, 550),
        ...givenTickets(2, 1500, 210),
        ...givenTickets(1, 0, 550),
        ...givenTickets(4, 0, null),
      ]),
    );
  });

  it('refuses paid tickets whose rate is unknown', () => {
    expect(() => countTariff(createTally(), { ...tariff, taxRateBp: null })).toThrow(RangeError);
  });
});
