import { describe, expect, it } from '@jest/globals';
import { toTable } from './to-table';

describe('A table in a terminal', () => {
  it('has columns as wide as their longest cell, and no space at the end of its lines', () => {
    expect(
      toTable(
        ['Structure', 'État'],
        [
          ['Le Phare', 'à jour'],
          ['Théâtre des Embruns', ''],
        ],
      ),
    ).toBe('Structure            État\nLe Phare             à jour\nThéâtre des Embruns');
  });

  it('is its titles when there is nothing to list', () => {
    expect(toTable(['Structure', 'État'], [])).toBe('Structure  État');
  });
});
