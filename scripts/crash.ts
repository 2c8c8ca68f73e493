/**
 * `npm run crash`: kills processes at every boundary of a transmission, and counts what the outside world received. Prints a
 * table, writes bench-results/crash.json. Exit 1 when anything was received twice or lost. Options: --runs 1000, --seed 1, --lanes 4.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { type JudgedSending } from './crash/sendings';
import { createRandom, planBatches } from './crash/plan';
import { type BatchResult } from './crash/run-batch';
import { runCrashTests } from './crash/run-crash-tests';
import { type Verdict, verdicts } from './crash/judge';
import { loadTestEnvironment } from './lib/environment';
import { reportFailure } from './lib/failure.mjs';
import { stopEverything } from './lib/processes';
import { startTestServer } from './lib/test-server';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    lanes: { type: 'string', default: '4' },
  },
});

async function run(): Promise<void> {
  loadTestEnvironment();
  const [runs, seed, lanes] = [values.runs, values.seed, values.lanes].map(Number) as [number, number, number];
  const startedAt = performance.now();
  const server = await startTestServer();
  process.env.TEST_DATABASE_SERVER_URL = server.urlOf('postgres');
  try {
    const batches = planBatches(runs, createRandom(seed));
    let done = 0;
    const { batches: results, settled } = await runCrashTests(batches, lanes, ({ batch, deaths, sendings }) => {
      done += sendings.length;
      const faults = count(sendings, 'double') + count(sendings, 'lost');
      console.error(
        `${done}/${runs}  ${batch.boundary}, ${batch.situation}: ${deaths.length} deaths, ${faults} faults`,
      );
    });
    report(results, settled, { runs, seed, lanes, minutes: (performance.now() - startedAt) / 60_000 });
  } finally {
    await stopEverything();
    await server.stop();
  }
}

function count(sendings: readonly JudgedSending[], verdict: Verdict): number {
  return sendings.filter((sending) => sending.verdict === verdict).length;
}

function report(
  results: readonly BatchResult[],
  settled: readonly JudgedSending[],
  conditions: { runs: number; seed: number; lanes: number; minutes: number },
): void {
  const all = results.flatMap(({ sendings }) => sendings);
  const toRow = (boundary: string, rows: readonly BatchResult[]) => {
    const sendings = rows.flatMap((row) => row.sendings);
    return {
      boundary,
      runs: sendings.length,
      deaths: rows.reduce((sum, { deaths }) => sum + deaths.length, 0),
      ...(Object.fromEntries(verdicts.map((verdict) => [verdict, count(sendings, verdict)])) as Record<
        Verdict,
        number
      >),
    };
  };
  const names = [...new Set(results.map(({ batch }) => batch.boundary ?? 'every'))].sort();
  const table = [
    ...names.map((name) =>
      toRow(
        name,
        results.filter(({ batch }) => (batch.boundary ?? 'every') === name),
      ),
    ),
    toRow('total', results),
  ];
  console.table(table);
  const unsettled = settled.filter(({ verdict }) => verdict !== 'once');
  console.log(
    `After people settled what was to be checked: ${settled.length - unsettled.length} of ${settled.length} received exactly once.`,
  );
  console.log(
    `${conditions.minutes.toFixed(1)} minutes, seed ${conditions.seed}, ${conditions.lanes} lanes, ${cpus().length} processors.`,
  );
  mkdirSync('bench-results', { recursive: true });
  const isFault = ({ verdict }: JudgedSending) => verdict === 'double' || verdict === 'lost';
  const document = { at: new Date().toISOString(), conditions, table, faults: [...all.filter(isFault), ...unsettled] };
  writeFileSync('bench-results/crash.json', `${JSON.stringify(document, null, 2)}\n`);
  process.exitCode = document.faults.length > 0 || all.length !== conditions.runs ? 1 : 0;
}

run()
  .catch((error: unknown) => {
    process.exitCode = reportFailure(error);
  })
  .finally(() => process.exit());
