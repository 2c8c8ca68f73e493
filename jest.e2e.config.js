import { preset } from './scripts/jest/preset.js';

/** Scenarios in a real browser, against the production build. */
export default {
  ...preset,
  displayName: 'e2e',
  testMatch: ['<rootDir>/e2e/**/*.e2e.ts'],
  globalSetup: '<rootDir>/scripts/jest/global-setup-e2e.js',
  globalTeardown: '<rootDir>/scripts/jest/global-teardown.js',
  setupFiles: ['<rootDir>/scripts/jest/load-environment.js'],
  testTimeout: 180_000,
  maxWorkers: 2,
};
