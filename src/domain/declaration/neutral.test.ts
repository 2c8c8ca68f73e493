import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { declarationFields, declarationIssueCodes } from './issue';
import { maxAmountCents, maxTickets } from './bounds';
import { neutralDeclarationSchema } from './neutral';

describe('neutralDeclarationSchema', () => {
  it('reads the file format of the command line, whole', () => {
    const example: unknown = JSON.parse(readFileSync('src/declarations/fixtures/example-declaration.json', 'utf8'));
    expect(neutralDeclarationSchema.parse(example)).toEqual(example);
  });

  it('reads payloads frozen before CNM, ASTP and SIBIL asked for their answers, which are then null', () => {
    const { organization, series, ...rest } = givenDeclaration();
    const { isSubsidised: _isSubsidised, ...oldOrganization } = organization;
    const { salePrice, hasPrivateContract, schoolSessionsExempt, artists, author, director, ...oldSeries } = series;
    expect([salePrice, hasPrivateContract, schoolSessionsExempt, artists, author, director]).not.toContain(null);
    const read = neutralDeclarationSchema.parse({ ...rest, organization: oldOrganization, series: oldSeries });
    expect(read.organization).toEqual({ ...oldOrganization, isSubsidised: null });
    expect(read.series).toEqual({
      ...oldSeries,
      salePrice: null,
      hasPrivateContract: null,
      schoolSessionsExempt: null,
      artists: null,
      author: null,
      director: null,
    });
  });

  it('accepts a draft where a person has given nothing yet', () => {
    const draft = givenDeclaration({
      organization: { headquarters: null, sacemId: null, sacdId: null, licenceNumbers: [] },
      series: {
        producer: null,
        genre: null,
        organisms: [],
        venue: null,
        capacity: null,
        taxRateBp: null,
        expenses: { total: null, approach: null, circus: null },
      },
      performances: [],
    });
    expect(neutralDeclarationSchema.safeParse(draft).success).toBe(true);
  });

  const ticketing = { excludingTaxesCents: 0, includingTaxesCents: 0, paidTickets: 0, freeTickets: 0 };
  it.each([
    ['the highest amount', { ticketing: { ...ticketing, includingTaxesCents: maxAmountCents } }, true],
    ['one cent above it', { ticketing: { ...ticketing, includingTaxesCents: maxAmountCents + 1 } }, false],
    ['a negative amount', { ticketing: { ...ticketing, excludingTaxesCents: -1 } }, false],
    ['a fraction of a cent', { ticketing: { ...ticketing, excludingTaxesCents: 0.5 } }, false],
    ['too many tickets', { ticketing: { ...ticketing, freeTickets: maxTickets + 1 } }, false],
    ['a rate of 100 %', { overrides: { taxRateBp: 10_000 } }, true],
    ['a rate above 100 %', { overrides: { taxRateBp: 10_001 } }, false],
    ['a date without a time', { startAt: '2026-06-26' }, false],
    ['no identifier', { id: '' }, false],
  ])('for %s', (_case, values, valid) => {
    const declaration = givenDeclaration({ performances: [givenPerformance(values)] });
    expect(neutralDeclarationSchema.safeParse(declaration).success).toBe(valid);
  });

  it.each([['12345678901'], ['12a'], ['']])('refuses %j as an identifier at an organism', (sacemId) => {
    expect(neutralDeclarationSchema.safeParse(givenDeclaration({ organization: { sacemId } })).success).toBe(false);
  });

  it('keeps zero amounts, which are not missing ones', () => {
    const expenses = { total: givenPair(0, 0), approach: givenPair(0, 0), circus: null };
    expect(neutralDeclarationSchema.parse(givenDeclaration({ series: { expenses } })).series.expenses).toEqual(
      expenses,
    );
  });
});

describe('vocabulary of issues', () => {
  it('has no field and no code twice', () => {
    expect(new Set(declarationFields).size).toBe(declarationFields.length);
    expect(new Set(declarationIssueCodes).size).toBe(declarationIssueCodes.length);
  });
});
