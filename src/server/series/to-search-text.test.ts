import { describe, expect, it } from '@jest/globals';
import { toSearchText } from './to-search-text';

describe('toSearchText', () => {
  it.each([
    ['L’Été des Œuvres', "l'ete des oeuvres"],
    ['  CŒUR   de\u00a0pirate\n', 'coeur de pirate'],
    ['Ça ira — « Fin de Louis »', 'ca ira — « fin de louis »'],
    ['Straße & Cæsar Ø', 'strasse & caesar o'],
    ['ﬁesta №5', 'fiesta no5'],
    ['🎪 Cirque <b>', '🎪 cirque <b>'],
    ['   ', ''],
  ])('makes %j searchable as %j', (title, expected) => {
    expect(toSearchText(title)).toBe(expected);
  });

  it('changes nothing when applied twice', () => {
    const once = toSearchText('Là-bas, l’ÎLE aux Œillets');
    expect(toSearchText(once)).toBe(once);
  });
});
