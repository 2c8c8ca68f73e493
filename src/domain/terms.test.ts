import { describe, expect, it } from '@jest/globals';
import * as terms from './terms';

describe('terms of use', () => {
  it('are known by a version that says their day', () => {
    expect(Object.values(terms)).toEqual([expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/)]);
  });
});
