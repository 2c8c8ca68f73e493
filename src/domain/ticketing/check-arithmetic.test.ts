import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { legalRatesBp } from '../tax';
import { checkArithmetic } from './check-arithmetic';
import { computeTicketFigures } from './figures';

const figures = {
  includingTaxesCents: 180_000,
  excludingTaxesCents: 170_616,
  taxRateBp: 550,
  paidTickets: 120,
  freeTickets: 8,
};

describe('checkArithmetic', () => {
  it.each([
    ['exact', {}, [], []],
    ['one cent away', { excludingTaxesCents: 170_617 }, [], []],
    ['rounded ticket by ticket', { excludingTaxesCents: 170_640 }, [], ['rounded-ticket-by-ticket']],
    ['half a cent for each ticket', { excludingTaxesCents: 170_676 }, [], ['rounded-ticket-by-ticket']],
    ['beyond that', { excludingTaxesCents: 170_677 }, ['rate-mismatch'], []],
    ['HT equal to TTC with a rate', { excludingTaxesCents: 180_000 }, ['rate-mismatch'], []],
    ['HT above TTC', { excludingTaxesCents: 180_001 }, ['excluding-above-including'], []],
    ['a rate of elsewhere', { taxRateBp: 2100, excludingTaxesCents: 148_760 }, ['foreign-tax-rate'], []],
    ['several rates', { taxRateBp: null, excludingTaxesCents: 160_000 }, [], []],
    ['several rates, none that high', { taxRateBp: null, excludingTaxesCents: 149_939 }, ['rate-mismatch'], []],
    ['not subject to VAT', { taxRateBp: 0, excludingTaxesCents: 180_000 }, [], []],
    ['nothing sold', { includingTaxesCents: 0, excludingTaxesCents: 0, taxRateBp: null, paidTickets: 0 }, [], []],
    ['revenue of nobody', { paidTickets: 0 }, [], ['revenue-without-paid-tickets']],
    [
      'paid tickets worth nothing',
      { includingTaxesCents: 0, excludingTaxesCents: 0 },
      ['paid-tickets-without-revenue'],
      [],
    ],
  ] as const)('%s', (_name, changes, faults, doubts) => {
    expect(checkArithmetic({ ...figures, ...changes })).toEqual({ faults, doubts });
  });

  it('finds nothing to say of figures counted from tickets', () => {
    const ticket = fc.record({ includingTaxesCents: fc.nat(20_000), taxRateBp: fc.constantFrom(...legalRatesBp) });
    fc.assert(
      fc.property(fc.array(ticket, { maxLength: 40 }), (tickets) => {
        expect(checkArithmetic(computeTicketFigures(tickets))).toEqual({ faults: [], doubts: [] });
      }),
    );
  });
});
