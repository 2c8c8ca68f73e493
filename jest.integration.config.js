import { preset } from './scripts/jest/preset.js';

/** Tests with a real PostgreSQL and real HTTP on the loopback. */
export default {
  ...preset,
  displayName: 'integration',
  testMatch: ['<rootDir>/{src,scripts,prisma}/**/*.integration.test.ts'],
  globalSetup: '<rootDir>/scripts/jest/global-setup.js',
  globalTeardown: '<rootDir>/scripts/jest/global-teardown.js',
  setupFiles: ['<rootDir>/scripts/jest/load-environment.js'],
  testTimeout: 30_000,
};
