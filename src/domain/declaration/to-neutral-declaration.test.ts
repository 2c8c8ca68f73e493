import { describe, expect, it } from '@jest/globals';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { givenDraft, givenDraftPerformance } from '@/testing/given-draft';
import { neutralDeclarationSchema } from './neutral';
import { toNeutralDeclaration, toNeutralPerformances } from './to-neutral-declaration';

const { declarant } = givenDeclaration();
const context = {
  declarant,
  documents: [],
  declaredAt: new Date('2026-07-06T08:00:00.000Z'),
  organisms: ['SACEM', 'SACD'],
} as const;
const { corrected, overrides } = givenDraftPerformance();
const college = {
  name: 'Collège des Îles',
  address: { street: '2 rue des Écoles', postalCode: '29217', city: 'Le Conquet', countryCode: 'FR' },
};

describe('toNeutralDeclaration', () => {
  it('says the same as the draft, in the form organisms read', () => {
    const declaration = toNeutralDeclaration(givenDraft(), { ...context, documents: [] });
    expect(declaration).toEqual(givenDeclaration());
    expect(neutralDeclarationSchema.parse(declaration)).toEqual(declaration);
  });

  it('declares corrections over imports, and overrides that say something', () => {
    const performances = [
      givenDraftPerformance({
        corrected: { ...corrected, amounts: givenPair(1000, 1055), paidTickets: 1 },
        overrides: { venue: college, capacity: 100, audience: 'SCHOOL', taxRateBp: 210 },
      }),
      givenDraftPerformance({
        id: 'rep-2',
        overrides: { ...overrides, capacity: 180, audience: 'ALL', taxRateBp: 550 },
      }),
    ];
    expect(toNeutralPerformances(givenDraft({ performances }))).toEqual([
      givenPerformance({
        ticketing: { excludingTaxesCents: 1000, includingTaxesCents: 1055, paidTickets: 1, freeTickets: 8 },
        overrides: { venue: college, capacity: 100, audience: 'SCHOOL', taxRateBp: 210 },
      }),
      givenPerformance({ id: 'rep-2' }),
    ]);
  });

  it('says that tickets sold at several rates have none of their own', () => {
    const { imported } = givenDraftPerformance();
    const performances = [givenDraftPerformance({ imported: { ...imported, taxRateBp: null } })];
    expect(toNeutralPerformances(givenDraft({ performances }))).toEqual([
      givenPerformance({ overrides: { taxRateBp: null } }),
    ]);
  });

  it('overrides nothing where neither the performance nor the series knows', () => {
    const series = { venue: null, capacity: null };
    expect(toNeutralPerformances(givenDraft({ series }))).toEqual([givenPerformance()]);
  });

  it('leaves out a performance that is gone, unless a person corrected it', () => {
    const performances = [
      givenDraftPerformance({ id: 'there' }),
      givenDraftPerformance({ id: 'gone', gone: true }),
      givenDraftPerformance({ id: 'meant', gone: true, corrected: { ...corrected, paidTickets: 5 } }),
    ];
    expect(toNeutralPerformances(givenDraft({ performances })).map(({ id }) => id)).toEqual(['there', 'meant']);
  });

  it('does as a person answered about a performance that is gone, whatever was corrected before', () => {
    const meant = { ...corrected, paidTickets: 5 };
    const performances = [
      givenDraftPerformance({ id: 'kept', gone: true, absence: { kept: true } }),
      givenDraftPerformance({ id: 'left', gone: true, absence: { kept: false }, corrected: meant }),
    ];
    expect(toNeutralPerformances(givenDraft({ performances })).map(({ id }) => id)).toEqual(['kept']);
  });
});
