import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { maxAmountCents } from './declaration/bounds';
import type { NeutralPerformance } from './declaration/neutral';
import { computeTaxOnShow, hasEntranceCharge, isBelowYearlyThreshold, toTaxCents } from './tax-on-shows';

const free = { excludingTaxesCents: 0, includingTaxesCents: 0, paidTickets: 0, freeTickets: 60 };

function givenEvenings(...amounts: number[]): NeutralPerformance[] {
  return amounts.map((excludingTaxesCents, index) =>
    givenPerformance({
      id: `rep-${index + 1}`,
      ticketing: { excludingTaxesCents, includingTaxesCents: excludingTaxesCents, paidTickets: 1, freeTickets: 0 },
    }),
  );
}

describe('the tax on shows', () => {
  it('is that of the example of the reference: the sum first, rounded once', () => {
    const performances = givenEvenings(298531, 89912, 107071);
    const result = computeTaxOnShow(givenDeclaration({ performances }), 'CNM');
    expect(result).toMatchObject({
      tax: 'CNM',
      ticketingBaseCents: 495514,
      sale: null,
      baseCents: 495514,
      exactThousandths: 17342990,
      taxCents: 17343,
    });
    expect(result.performances.map(({ reason, isTaxable, baseCents }) => [reason, isTaxable, baseCents])).toEqual([
      ['ticketing', true, 298531],
      ['ticketing', true, 89912],
      ['ticketing', true, 107071],
    ]);
  });

  it('is zero without any performance', () => {
    expect(computeTaxOnShow(givenDeclaration({ performances: [] }), 'ASTP')).toMatchObject({
      baseCents: 0,
      taxCents: 0,
      sale: null,
    });
  });

  it('rounds half a cent up, in integers', () => {
    // 100 × 35 / 1000 = 3.5
    expect(toTaxCents(100)).toBe(4);
    expect(toTaxCents(99)).toBe(3);
    expect(toTaxCents(0)).toBe(0);
  });

  it('is the integer arithmetic of the sum, whatever the amounts', () => {
    const amounts = fc.array(fc.integer({ min: 0, max: maxAmountCents }), { maxLength: 40 });
    fc.assert(
      fc.property(amounts, (cents) => {
        const { baseCents, exactThousandths, taxCents } = computeTaxOnShow(
          givenDeclaration({ performances: givenEvenings(...cents) }),
          'CNM',
        );
        const base = cents.reduce((sum, amount) => sum + BigInt(amount), 0n);
        const [whole, rest] = [(base * 35n) / 1000n, (base * 35n) % 1000n];
        expect(BigInt(baseCents)).toBe(base);
        expect(BigInt(exactThousandths)).toBe(base * 35n);
        expect(BigInt(taxCents)).toBe(rest >= 500n ? whole + 1n : whole);
      }),
    );
  });

  it('is never above what rounding each performance gives by more than half a cent each', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 30 }), (cents) => {
        const base = cents.reduce((sum, amount) => sum + amount, 0);
        const each = cents.reduce((sum, amount) => sum + toTaxCents(amount), 0);
        expect(Math.abs(toTaxCents(base) - each) * 2).toBeLessThanOrEqual(cents.length + 1);
      }),
    );
  });

  it.each([
    [7_999, true],
    [8_000, false],
  ])('of %i cents over a year is below the threshold: %s', (cents, isBelow) => {
    expect(isBelowYearlyThreshold(cents)).toBe(isBelow);
  });
});

describe('free entrance', () => {
  const performances = [
    givenPerformance({ id: 'paid' }),
    givenPerformance({ id: 'free-1', ticketing: free }),
    givenPerformance({ id: 'free-2', ticketing: free }),
  ];

  it('counts the sale contract once, and leaves it to the seller', () => {
    const result = computeTaxOnShow(givenDeclaration({ performances }), 'CNM');
    expect(result.sale).toEqual({ baseCents: 120000, owedBy: 'seller' });
    expect(result.baseCents).toBe(170616);
    expect(result.performances.map(({ reason }) => reason).sort()).toEqual([
      'free-entrance',
      'free-entrance',
      'ticketing',
    ]);
  });

  it.each([
    ['is its own producer', { name: 'Association Le Phare d’Ouessant', siren: '552100554' }],
    ['names no other producer', null],
  ])('makes the organisation owe it when it %s', (_case, producer) => {
    const result = computeTaxOnShow(givenDeclaration({ performances, series: { producer } }), 'ASTP');
    expect(result.sale).toEqual({ baseCents: 120000, owedBy: 'declarant' });
    expect([result.baseCents, result.taxCents]).toEqual([290616, 10172]);
  });

  it('owes nothing while no price is known', () => {
    const result = computeTaxOnShow(givenDeclaration({ performances, series: { salePrice: null } }), 'CNM');
    expect([result.sale, result.baseCents]).toEqual([null, 170616]);
  });

  it.each([
    [{ ...free, paidTickets: 1 }, true],
    [{ ...free, includingTaxesCents: 1 }, true],
    [free, false],
  ])('is told from paid tickets and revenue: %j', (ticketing, isCharged) => {
    expect(hasEntranceCharge({ ticketing })).toBe(isCharged);
  });
});

describe('exemptions', () => {
  const performances = [givenPerformance(), givenPerformance({ id: 'school', overrides: { audience: 'SCHOOL' } })];
  const reasons = (values: Parameters<typeof givenDeclaration>[0], tax: 'CNM' | 'ASTP') =>
    computeTaxOnShow(givenDeclaration({ performances, ...values }), tax).performances.map(({ reason }) => reason);

  it('spare educational sessions, for both taxes, once somebody said they are', () => {
    for (const tax of ['CNM', 'ASTP'] as const) {
      expect(reasons({}, tax)).toEqual(['ticketing', 'school-session']);
      expect(reasons({ series: { schoolSessionsExempt: false } }, tax)).toEqual(['ticketing', 'ticketing']);
      expect(reasons({ series: { schoolSessionsExempt: null } }, tax)).toEqual(['ticketing', 'ticketing']);
    }
  });

  it('are a free school session’s too, which then needs no sale price', () => {
    const result = computeTaxOnShow(
      givenDeclaration({ performances: [givenPerformance({ ticketing: free, overrides: { audience: 'SCHOOL' } })] }),
      'CNM',
    );
    expect([result.sale, result.taxCents]).toEqual([null, 0]);
  });

  it.each([
    [true, false, 'subsidised'],
    [true, true, 'ticketing'],
    [true, null, 'ticketing'],
    [false, false, 'ticketing'],
    [null, false, 'ticketing'],
  ] as const)('of ASTP, subsidised %s with a private contract %s: %s', (isSubsidised, hasPrivateContract, reason) => {
    const values = { organization: { isSubsidised }, series: { hasPrivateContract } };
    expect(reasons(values, 'ASTP')[0]).toBe(reason);
    expect(reasons(values, 'CNM')[0]).toBe('ticketing');
  });

  it('of ASTP make the whole show owe nothing', () => {
    const declaration = givenDeclaration({
      performances: [givenPerformance({ ticketing: free })],
      organization: { isSubsidised: true },
      series: { salePrice: givenPair(100, 106), hasPrivateContract: false },
    });
    expect(computeTaxOnShow(declaration, 'ASTP')).toMatchObject({ baseCents: 0, taxCents: 0, sale: null });
  });
});
