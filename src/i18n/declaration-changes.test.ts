import { describe, expect, it } from '@jest/globals';
import { listDifferences } from '@/domain/declaration/differences';
import { givenDeclaration, givenPair, givenPerformance } from '@/testing/given-declaration';
import { describeDifferences, writeDifferences } from './declaration-changes';

const { ticketing } = givenPerformance();
const college = {
  name: 'Collège des Îles',
  address: { street: '2 rue des Écoles', postalCode: '29217', city: 'Le Conquet', countryCode: 'FR' },
};
const before = givenDeclaration();
const after = givenDeclaration({
  organization: { headquarters: null, name: 'Le Phare' },
  series: {
    producer: null,
    genre: 'DANCE',
    audience: 'YOUNG',
    taxRateBp: 210,
    venue: college,
    expenses: { ...before.series.expenses, total: givenPair(100000, 123456) },
  },
  performances: [
    givenPerformance({
      startAt: '2026-06-26T19:00:00.000Z',
      ticketing: { ...ticketing, includingTaxesCents: 123456, paidTickets: 1234 },
    }),
    givenPerformance({ id: 'rep-2', startAt: '2026-06-27T18:30:00.000Z' }),
  ],
});
const normalise = (text: string) => text.replace(/[\u00a0\u202f]/gu, ' ');

describe('differences in words', () => {
  it('names each field and writes amounts, rates, places and dates as the screens do', () => {
    const groups = describeDifferences(listDifferences('SACEM', before, after));
    expect(writeDifferences(groups, 9).map(normalise)).toEqual([
      'Spectacle :',
      '- Nom de la structure : Association Le Phare d’Ouessant devient Le Phare',
      '- Adresse du siège : 4 rue du Créac’h, 29242 Ouessant devient –',
      '- Producteur : Compagnie des Embruns (SIREN 443 061 841) devient –',
      '- Genre : Théâtre, conte, mime devient Danse',
      '- Lieu : Salle du Stiff, 1 place de l’Église, 29242 Ouessant devient Collège des Îles, 2 rue des Écoles, 29217 Le Conquet',
      '- Public : Tout public devient Jeune public',
      '- Taux de TVA : 5,5 % devient 2,1 %',
      '- Dépenses totales : 2 400,00 € HT, 2 532,00 € TTC devient 1 000,00 € HT, 1 234,56 € TTC',
      'Représentation du vendredi 26 juin 2026 à 20 h 30 :',
      '- Date et heure : vendredi 26 juin 2026 à 20 h 30 devient vendredi 26 juin 2026 à 21 h',
      '- Billets payants : 120 devient 1 234',
      '- Recettes TTC : 1 800,00 € devient 1 234,56 €',
      'Représentation du samedi 27 juin 2026 à 20 h 30 (ajoutée) :',
      '- Billets payants : 120',
      '- Billets gratuits : 8',
      '- Recettes HT : 1 706,16 €',
      '- Recettes TTC : 1 800,00 €',
    ]);
  });

  it('writes answers, credits, prices and types of place', () => {
    const { venue } = before.series;
    const told = givenDeclaration({
      organization: { isSubsidised: true },
      series: {
        venue: venue && { ...venue, kind: 'LIEU_DE_CULTE' },
        salePrice: givenPair(100000, 105500),
        hasPrivateContract: null,
        artists: 'Enora Le Bris',
      },
    });
    const write = (organism: 'ASTP' | 'SIBIL') =>
      writeDifferences(describeDifferences(listDifferences(organism, before, told)), 1).map(normalise);
    expect([...write('ASTP'), ...write('SIBIL')]).toEqual([
      'Spectacle :',
      '- Structure subventionnée : Non devient Oui',
      '- Prix du contrat de cession : 1 200,00 € HT, 1 266,00 € TTC devient 1 000,00 € HT, 1 055,00 € TTC',
      '- Contrat avec un entrepreneur privé non subventionné : Non devient –',
      'Spectacle :',
      '- Artistes : Maëlle Le Gall devient Enora Le Bris',
      '- Type de lieu : Théâtre devient Lieu de culte',
    ]);
  });

  it('tells what was declared of a removed performance, and how many things are left out of a short list', () => {
    const groups = describeDifferences(listDifferences('SACEM', after, before));
    expect(writeDifferences(groups, 1).at(-1)).toBe('Et 2 autres, dans l’état joint.');
    expect(writeDifferences(groups, 2).at(-1)).toBe('Et une autre, dans l’état joint.');
    expect(writeDifferences(groups, 3).at(-1)).toMatch(/^- Recettes TTC, déclaré/);
  });
});
