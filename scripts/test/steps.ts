import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../lib/ensure-build';
import { readTestEnvironment, root } from '../lib/environment';
import { runProcess } from '../lib/processes';
import { runStories } from '../stories/run-stories';

export type Counts = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** A part of the checks. Resolves with its counts; rejects, with what it printed, when it could not count. */
export type Step = { readonly name: string; run(): Promise<Counts> };

/** Enough for every failure of a bad day. */
const KEPT_LINES = 2000;

const ONE_PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };

const env = {
  ...readTestEnvironment(),
  FORCE_COLOR: '0',
  NEXT_TELEMETRY_DISABLED: '1',
  STORYBOOK_DISABLE_TELEMETRY: '1',
};

const tsx = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'tsconfig.node.json'];
const next = 'node_modules/next/dist/bin/next';

export const generate = commandStep(
  'generated files',
  ['node_modules/prisma/build/index.js', 'generate'],
  [next, 'typegen'],
);
export const format = commandStep('format', [
  'node_modules/prettier/bin/prettier.cjs',
  '--check',
  '--cache',
  '--cache-location',
  '.cache/prettier',
  '.',
]);
export const lint = commandStep('lint and import directions', [
  'node_modules/eslint/bin/eslint.js',
  '--cache',
  '--cache-location',
  '.cache/eslint',
  '--max-warnings',
  '0',
  '.',
]);
export const types = commandStep('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.']);
export const deadCode = commandStep('dead code', ['node_modules/knip/bin/knip.js', '--no-config-hints']);
export const testBook = commandStep('test book', [...tsx, 'scripts/check-test-book.ts']);
export const unit = jestStep('unit', 'jest.config.js', '--coverage');
export const integration = jestStep('integration', 'jest.integration.config.js');
export const build: Step = {
  name: 'build',
  async run() {
    await ensureBuild(env);
    return ONE_PASSED;
  },
};
export const budget = commandStep('first-load budget', [...tsx, 'scripts/check-bundle-budget.ts']);
export const stories: Step = {
  name: 'stories with axe, light and dark',
  async run() {
    await runNode('storybook', [
      'node_modules/storybook/dist/bin/dispatcher.js',
      'build',
      '--quiet',
      '--output-dir',
      'storybook-static',
    ]);
    const { passed, failures } = await runStories();
    for (const { id, faults } of failures) console.log(`✗ ${id}\n${faults.map((fault) => `    ${fault}`).join('\n')}`);
    return { passed, failed: failures.length, skipped: 0 };
  },
};
export const e2e = jestStep('end to end, in a browser', 'jest.e2e.config.js');

/** Commands of which the exit code is the whole answer: together they count as one check. */
function commandStep(name: string, ...commands: (readonly string[])[]): Step {
  return {
    name,
    async run() {
      for (const args of commands) await runNode(name, args);
      return ONE_PASSED;
    },
  };
}

/** A run of Jest: counts its tests, and a suite that could not be loaded as one failure. */
function jestStep(name: string, config: string, ...more: string[]): Step {
  return {
    name,
    async run() {
      const folder = mkdtempSync(join(tmpdir(), 'assistant-declaration-jest-'));
      const file = join(folder, 'results.json');
      const args = [
        '--experimental-vm-modules',
        '--disable-warning=ExperimentalWarning',
        'node_modules/jest/bin/jest.js',
      ];
      try {
        const failure = await runNode(name, [
          ...args,
          '--config',
          config,
          '--ci',
          '--json',
          '--outputFile',
          file,
          ...more,
        ]).catch((error: unknown) => error);
        const counts = readJestCounts(file);
        // No failed test and yet a failed run: the coverage threshold, or a run that was cut.
        if (failure !== undefined && (counts === null || counts.failed === 0)) throw failure;
        if (failure instanceof Error) console.log(failure.message);
        return counts ?? ONE_PASSED;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  };
}

function readJestCounts(file: string): Counts | null {
  try {
    const results = JSON.parse(readFileSync(file, 'utf8')) as Record<
      'numPassedTests' | 'numFailedTests' | 'numPendingTests' | 'numTodoTests' | 'numRuntimeErrorTestSuites',
      number
    >;
    return {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
  } catch {
    return null;
  }
}

async function runNode(name: string, args: readonly string[]): Promise<void> {
  mkdirSync(join(root, '.cache'), { recursive: true });
  await runProcess({ name, command: process.execPath, args, env, keptLines: KEPT_LINES });
}
