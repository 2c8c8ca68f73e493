import { describe, expect, it } from '@jest/globals';
import { combineSteps } from './combine-steps';

describe('combineSteps', () => {
  it.each([
    [['succeeded'], 'succeeded'],
    [['failed'], 'failed'],
    [['refused'], 'refused'],
    [['unknown'], 'unknown'],
    [['succeeded', 'succeeded'], 'succeeded'],
    [['succeeded', 'waiting'], 'pending'],
    [['unknown', 'running'], 'pending'],
    [['succeeded', 'failed'], 'failed'],
    [['failed', 'refused'], 'refused'],
    [['failed', 'unknown', 'succeeded', 'refused'], 'unknown'],
  ] as const)('of %j is %s', (states, combined) => {
    expect(combineSteps(states)).toBe(combined);
  });

  it('is not asked of nothing', () => {
    expect(() => combineSteps([])).toThrow('a submission has a sending');
  });
});
