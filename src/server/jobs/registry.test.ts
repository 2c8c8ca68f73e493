import { describe, expect, it } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { jobs } from './registry';

describe('the list of jobs', () => {
  it('has every job that is defined, once', () => {
    const defined = globSync('src/server/**/*.ts')
      .filter((file) => !file.endsWith('.test.ts'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/defineJob\(\{\s*name: '([\w-]+)'/g)])
      .map(([, name]) => name);
    expect(jobs.map(({ name }) => name).sort()).toEqual(defined.sort());
  });

  it('gives every job a second attempt: a worker that dies uses one up', () => {
    expect(jobs.filter(({ definition }) => definition.retryLimit < 1).map(({ name }) => name)).toEqual([]);
  });
});
