import { describe, expect, it } from '@jest/globals';
import { formatPeriod, formatQuarter } from './format-quarter';

describe('quarters in words', () => {
  it('orders them as French does', () => {
    expect(formatQuarter('2026-T1')).toBe('1er\u00a0trimestre 2026');
    expect(formatQuarter('2026-T2')).toBe('2e\u00a0trimestre 2026');
    expect(formatQuarter('autre')).toBe('autre');
  });

  it('names what is declared by period', () => {
    expect(formatPeriod('2026-T3')).toBe('SIBIL, 3e\u00a0trimestre 2026');
  });
});
