import { explainFailure } from '../lib/failure.mjs';
import { type Counts, type Step } from './steps';

/** Steps of one group run at the same time; groups one after the other, also after a failure: one run tells everything. */
export type Group = readonly Step[];

const NOTHING: Counts = { passed: 0, failed: 0, skipped: 0 };

/** Runs everything, prints a line per step and, at the very end, `N passed, N failed, N skipped`. True when nothing failed. */
export async function runSteps(groups: readonly Group[]): Promise<boolean> {
  const all: Counts[] = [];
  const failures: string[] = [];
  const started = Date.now();
  for (const group of groups) {
    await Promise.all(
      group.map(async (step) => {
        const counts = await runStep(step);
        all.push(counts);
        if (counts.failed > 0) failures.push(step.name);
      }),
    );
  }
  const total = all.reduce((sum, counts) => add(sum, counts), NOTHING);
  console.log(
    `\n${failures.length === 0 ? 'All is well' : `Failed: ${failures.join(', ')}`}, in ${secondsSince(started)}.`,
  );
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0;
}

async function runStep(step: Step): Promise<Counts> {
  const started = Date.now();
  try {
    const counts = await step.run();
    const mark = counts.failed === 0 ? '✓' : '✗';
    const detail = counts.passed + counts.failed > 1 ? ` (${counts.passed} passed, ${counts.failed} failed)` : '';
    console.log(`${mark} ${step.name}${detail}, ${secondsSince(started)}`);
    return counts;
  } catch (error) {
    console.log(`✗ ${step.name}, ${secondsSince(started)}\n`);
    console.log(explainFailure(error) ?? (error instanceof Error ? error.message : String(error)));
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

function add(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}

function secondsSince(started: number): string {
  return `${((Date.now() - started) / 1000).toFixed(1)} s`;
}
