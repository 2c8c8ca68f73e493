import { describe, expect, it } from '@jest/globals';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { checkTax } from './check-tax';

const free = givenPerformance({
  ticketing: { excludingTaxesCents: 0, includingTaxesCents: 0, paidTickets: 0, freeTickets: 60 },
});
const unanswered = givenDeclaration({
  organization: { isSubsidised: null },
  series: { salePrice: null, hasPrivateContract: null, schoolSessionsExempt: null },
});
const fieldsOf = (...given: Parameters<typeof checkTax>) => checkTax(...given).map(({ field }) => field);

describe('what a tax asks', () => {
  it('is nothing more once everything is answered, nor what changes nothing', () => {
    expect(checkTax(givenDeclaration(), 'CNM')).toEqual([]);
    expect(checkTax(givenDeclaration(), 'ASTP')).toEqual([]);
    expect(checkTax(unanswered, 'CNM')).toEqual([]);
    expect(fieldsOf(unanswered, 'ASTP')).toEqual(['organization.isSubsidised']);
  });

  it('is the contract, of a subsidised structure only', () => {
    const values = { series: { hasPrivateContract: null }, organization: { isSubsidised: true } };
    expect(fieldsOf(givenDeclaration(values), 'ASTP')).toEqual(['series.hasPrivateContract']);
    expect(fieldsOf(givenDeclaration(values), 'CNM')).toEqual([]);
  });

  it('is what school performances are, when there is one', () => {
    const performances = [givenPerformance({ overrides: { audience: 'SCHOOL' } })];
    const declaration = givenDeclaration({ performances, series: { schoolSessionsExempt: null } });
    expect(fieldsOf(declaration, 'CNM')).toEqual(['series.schoolSessionsExempt']);
  });

  it('is a consistent sale price when a taxable performance is free', () => {
    const given = (salePrice: ReturnType<typeof givenPair> | null) =>
      givenDeclaration({ performances: [free], series: { salePrice } });
    expect(fieldsOf(given(null), 'CNM')).toEqual(['series.salePrice']);
    expect(checkTax(given(givenPair(0, 0)), 'CNM')).toEqual([]);
    expect(checkTax(given(givenPair(200, 100)), 'ASTP')).toEqual([
      { severity: 'wrong', code: 'including-below-excluding', field: 'series.salePrice' },
    ]);
  });

  it('is to choose one of the two', () => {
    const declaration = givenDeclaration({ series: { organisms: ['SACEM', 'CNM', 'ASTP'] } });
    const expected = [{ severity: 'wrong', code: 'both-taxes', field: 'series.organisms' }];
    expect([checkTax(declaration, 'CNM'), checkTax(declaration, 'ASTP')]).toEqual([expected, expected]);
  });
});
