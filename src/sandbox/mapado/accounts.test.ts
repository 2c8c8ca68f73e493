import { describe, expect, it } from '@jest/globals';
import { findAccount } from './accounts';

describe('The accounts of the simulated Mapado', () => {
  it('are those of the list, and any number', () => {
    expect(findAccount('key-mapado-12')?.user).toBe(10_012);
    expect(findAccount('key-mapado-x')).toBeNull();
  });
});
