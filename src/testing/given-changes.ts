import type { ChangeGroups } from '@/server/corrections/correction.schema';
import type { DifferencesView } from '@/server/corrections/get-differences.schema';

type Group = ChangeGroups[number];

/** A performance that sold two tickets less. */
export function givenChangeGroup(values: Partial<Group> = {}): Group {
  return {
    title: 'Représentation du vendredi 26 juin 2026 à 20\u00a0h\u00a030',
    kind: 'changed',
    lines: [
      { label: 'Billets payants', before: '120', after: '118' },
      { label: 'Recettes TTC', before: '1\u202f800,00\u00a0€', after: '1\u202f770,00\u00a0€' },
    ],
    ...values,
  };
}

/** A first submission, nothing of which changed since. */
export function givenDifferences(values: Partial<DifferencesView> = {}): DifferencesView {
  return { previous: null, today: null, correctedBy: null, canCorrect: true, ...values };
}
