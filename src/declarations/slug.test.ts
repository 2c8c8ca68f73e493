import { describe, expect, it } from '@jest/globals';
import { toSlug } from './slug';

describe('toSlug', () => {
  it.each([
    ['La Nuit des gardiens', 'la-nuit-des-gardiens'],
    ['Le Cœur & l’Œil : «Ça»', 'le-coeur-l-oeil-ca'],
    ['../../etc/passwd', 'etc-passwd'],
    ['מסע 🎭', 'spectacle'],
    ['', 'spectacle'],
    ['a'.repeat(100), 'a'.repeat(80)],
    [`${'a'.repeat(79)} b`, 'a'.repeat(79)],
  ])('makes %j %s', (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });
});
