import { preset } from './scripts/jest/preset.js';

/** Pure tests. The rules of src/domain are covered whole. */
export default {
  ...preset,
  displayName: 'unit',
  testMatch: ['<rootDir>/{src,scripts,prisma}/**/*.test.{ts,tsx}'],
  testPathIgnorePatterns: ['/node_modules/', '\\.integration\\.test\\.ts$'],
  collectCoverageFrom: ['src/domain/**/*.ts', '!src/domain/**/*.test.ts'],
  coverageDirectory: '.cache/coverage',
  coverageReporters: ['text-summary', 'json'],
  coverageThreshold: { './src/domain/': { lines: 100, branches: 100, functions: 100, statements: 100 } },
};
