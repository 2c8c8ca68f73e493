import { describe, expect, it } from '@jest/globals';
import { declarationFields, declarationIssueCodes } from '@/domain/declaration/issue';
import { organisms } from '@/domain/organism';
import { declarationSections, describeIssue, fieldLabels, toSection } from './declaration-issues';

describe('sentences of issues', () => {
  it.each([
    ['required', 'series.capacity', 'Indiquez la jauge de la salle.'],
    [
      'no-agency',
      'series.venue',
      'Aucune délégation de la SACD ne correspond au code postal du lieu\u00a0: vérifiez-le.',
    ],
    [
      'amount-one-zero',
      'series.expenses.approach',
      'Complétez les frais d’approche\u00a0: un montant HT va avec un montant TTC, et zéro avec zéro.',
    ],
    [
      'performance-in-future',
      'performances.dates',
      'Cette représentation est encore à venir\u00a0: la SACD attend qu’elle ait eu lieu.',
    ],
  ] as const)('says of %s on %s: %s', (code, field, sentence) => {
    expect(describeIssue({ organism: 'SACD', code, field })).toBe(sentence);
  });

  it('exist for every code, field and organism, in careful French', () => {
    for (const organism of organisms) {
      for (const code of declarationIssueCodes) {
        for (const field of declarationFields) {
          const sentence = describeIssue({ organism, code, field });
          expect(sentence).toMatch(/^[A-ZÉ].*\.$/);
          expect(sentence).not.toMatch(/'| [:;!?]|undefined|series\.|performances\./);
        }
      }
    }
  });

  it('place every field in a part of the page', () => {
    expect(new Set(declarationFields.map(toSection))).toEqual(new Set(declarationSections));
    expect(toSection('series.expenses.total')).toBe('Dépenses');
    expect(toSection('performances')).toBe('Représentations');
    expect(Object.keys(fieldLabels)).toEqual([...declarationFields]);
  });
});
