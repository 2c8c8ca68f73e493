import { describe, expect, it } from '@jest/globals';
import { isFirstSynchronization, toFirstSince } from './first-synchronization';

describe('A first synchronisation', () => {
  const now = new Date('2026-11-20T10:00:00.000Z');

  it('looks 13 months back, at the same time of day in Paris', () => {
    expect(toFirstSince(now).toISOString()).toBe('2025-10-20T09:00:00.000Z');
  });

  it('is recognised by how far back it looks', () => {
    expect(isFirstSynchronization(toFirstSince(now), now)).toBe(true);
    expect(isFirstSynchronization(new Date('2024-01-01T00:00:00.000Z'), now)).toBe(true);
    expect(isFirstSynchronization(new Date('2026-11-19T10:00:00.000Z'), now)).toBe(false);
  });
});
