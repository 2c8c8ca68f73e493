import { describe, expect, it } from '@jest/globals';
import { findUnmetPasswordRules } from './password';

describe('password rules', () => {
  it.each([
    ['', ['length', 'lowercase', 'uppercase', 'digit', 'special']],
    ['Théâtre-2026', []],
    ['Théâtre 2026', []],
    ['Court-1', ['length']],
    [`Long-1${'x'.repeat(122)}`, []],
    [`Long-1${'x'.repeat(123)}`, ['length']],
    ['SANS-MINUSCULE-1', ['lowercase']],
    ['sans-majuscule-1', ['uppercase']],
    ['Sans-Aucun-Chiffre', ['digit']],
    ['SansAucunSigne1', ['special']],
    ['🎭🎭🎭🎭🎭🎭🎭🎭aA1', ['length']],
  ])('of %j: it breaks %j', (password, unmet) => {
    expect(findUnmetPasswordRules(password)).toEqual(unmet);
  });
});
