import { join } from 'node:path';

export const root = join(import.meta.dirname, '..', '..');

/** What the three configurations share: ESM all the way, SWC for TypeScript and JSX, the aliases of tsconfig.json. */
export const preset = {
  rootDir: root,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2024',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@/(.*)$': '<rootDir>/src/$1',
    '^@e2e/(.*)$': '<rootDir>/e2e/$1',
    '^server-only$': '<rootDir>/scripts/lib/empty-module.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/(.next|dist|storybook-static|.cache|.data)/'],
  cacheDirectory: '<rootDir>/.cache/jest',
  // Jest would leave one core to itself: on two, half the speed.
  maxWorkers: '100%',
  // Named failures are worth more than speed: the whole run, in any order.
  randomize: true,
  restoreMocks: true,
};
