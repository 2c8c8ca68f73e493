import { describe, expect, it } from '@jest/globals';
import { givenChange } from '@/testing/given-lists';
import { describeChange } from './describe-change';

const figures = {
  includingTaxesCents: 10_550,
  excludingTaxesCents: 10_000,
  taxRateBp: 550,
  paidTickets: 10,
  freeTickets: 0,
};
const startAt = '2026-06-26T18:30:00.000Z';
const words = (text: string) => text.replaceAll('\u00a0', ' ');

describe('describeChange', () => {
  it.each([
    [{ kind: 'new-series', startAt: null, performances: 3 }, 'nouveau spectacle, 3 représentations'],
    [{ kind: 'new-performance' }, 'nouvelle représentation, vendredi 26 juin 2026 à 20 h 30'],
    [
      { kind: 'moved', startAtBefore: '2026-06-25T18:00:00.000Z' },
      'représentation du jeudi 25 juin 2026 à 20 h déplacée au vendredi 26 juin 2026 à 20 h 30',
    ],
    [{ kind: 'gone' }, 'représentation du vendredi 26 juin 2026 à 20 h 30 disparue de la billetterie'],
    [{ kind: 'returned' }, 'représentation du vendredi 26 juin 2026 à 20 h 30 de retour dans la billetterie'],
  ] as const)('says what happened: %j', (values, text) => {
    expect(words(describeChange(givenChange({ startAt, ...values })))).toBe(text);
  });

  it.each([
    [
      { paidTickets: 11, includingTaxesCents: 11_605, excludingTaxesCents: 11_000 },
      '11 billets payants au lieu de 10, 116,05 € TTC au lieu de 105,50 €',
    ],
    [{ freeTickets: 1 }, '1 billet gratuit au lieu de 0'],
    [
      { excludingTaxesCents: 8792, taxRateBp: null },
      '87,92 € HT au lieu de 100,00 €, TVA à plusieurs taux ou inconnue, avant 5,5 %',
    ],
  ])('says which figures differ, and no other: %j', (values, text) => {
    const change = givenChange({ kind: 'changed-figures', startAt, before: figures, after: { ...figures, ...values } });
    expect(words(describeChange(change))).toBe(`vendredi 26 juin 2026 à 20 h 30 : ${text}`);
  });
});
