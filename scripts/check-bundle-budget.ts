import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Budget, weighBundles } from './lib/bundle-budget';
import { root } from './lib/environment';
import { reportFailure } from './lib/failure.mjs';

try {
  const budget = JSON.parse(readFileSync(join(root, 'budget.json'), 'utf8')) as Budget;
  const weights = weighBundles(root, budget);
  for (const { name, kilobytes, limit } of weights.sort((a, b) => a.name.localeCompare(b.name))) {
    const verdict = kilobytes <= limit ? '✓' : '✗';
    console.log(`${verdict} ${kilobytes.toFixed(1).padStart(6)} kB of ${String(limit).padStart(3)}  ${name}`);
  }
  if (weights.some(({ kilobytes, limit }) => kilobytes > limit)) process.exitCode = 1;
} catch (error) {
  process.exitCode = reportFailure(error);
}
