/**
 * `npm run bench`: the measures of docs/performance.md, as a table and as bench-results/bench.json. Exit 1 when a target is missed.
 * `npm run bench -- connectors` measures the connectors alone, without a build; `npm run bench -- pages`, the pages in a browser alone.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { readResidentMebibytes } from './bench/measure-memory';
import { writeBenchSeason } from './bench/season';
import { type Measure } from './bench/statistics';
import { startBenchWorld } from './bench/world';
import { launchBrowser } from './lib/browser';
import { reportFailure } from './lib/failure.mjs';

const IDLE_MILLISECONDS = 3000;
const LOAD_REQUESTS = 200;

async function run(): Promise<void> {
  const { measureConnectors } = await import('./bench/measure-connectors');
  if (process.argv[2] === 'connectors') return report(await measureConnectors());
  const world = await startBenchWorld();
  const browser = await launchBrowser();
  try {
    const season = await writeBenchSeason(world.databaseUrl);
    Object.assign(process.env, world.env);
    const { measureProcedures } = await import('./bench/measure-procedures');
    const { measureExport } = await import('./bench/measure-export');
    const { measurePages } = await import('./bench/measure-pages');
    const { measureSynchronisation } = await import('./bench/measure-synchronisation');
    const { closeDatabase } = await import('@/server/db/client');

    await new Promise((resolve) => setTimeout(resolve, IDLE_MILLISECONDS));
    if (process.argv[2] === 'pages') return report(await measurePages(browser, world.url, season));
    const idle = { web: readResidentMebibytes(world.web.pid), worker: readResidentMebibytes(world.worker.pid) };
    const measures: Measure[] = [
      ...(await measureProcedures(season)),
      ...(await measureExport(season)),
      ...(await measurePages(browser, world.url, season)),
      ...(await measureSynchronisation(season)),
      ...(await measureConnectors()),
    ];
    await load(world.url);
    measures.push(
      { what: 'memory of web, idle', value: idle.web, unit: 'MiB', target: 200 },
      { what: 'memory of web, after load', value: readResidentMebibytes(world.web.pid), unit: 'MiB', target: null },
      { what: 'memory of worker, idle', value: idle.worker, unit: 'MiB', target: null },
      {
        what: 'memory of worker, after load',
        value: readResidentMebibytes(world.worker.pid),
        unit: 'MiB',
        target: null,
      },
    );
    await closeDatabase();
    report(measures);
  } finally {
    await browser.close();
    await world.stop();
  }
}

/** Pages asked one after the other, so that the process has met its usual work. */
async function load(url: string): Promise<void> {
  for (let turn = 0; turn < LOAD_REQUESTS; turn += 1) await (await fetch(`${url}/connexion`)).arrayBuffer();
}

function report(measures: readonly Measure[]): void {
  const isMissed = ({ value, target }: Measure) => target !== null && (value === null || !(value <= target));
  for (const measure of measures) {
    const { what, value, unit, target, note } = measure;
    const aim = target === null ? '' : `(at most ${target}${isMissed(measure) ? ', MISSED' : ''})`;
    console.log(
      `${what.padEnd(78)} ${String(value ?? 'unknown').padStart(9)} ${unit.padEnd(8)} ${aim} ${note ?? ''}`.trimEnd(),
    );
  }
  mkdirSync('bench-results', { recursive: true });
  const machine = {
    cpus: cpus().length,
    model: cpus()[0]?.model,
    memoryMiB: Math.round(totalmem() / 2 ** 20),
    node: process.version,
  };
  writeFileSync(
    'bench-results/bench.json',
    `${JSON.stringify({ at: new Date().toISOString(), machine, measures }, null, 2)}\n`,
  );
  process.exitCode = measures.some(isMissed) ? 1 : 0;
}

run()
  .catch((error: unknown) => {
    process.exitCode = reportFailure(error);
  })
  // The queue's own connections would keep this process for minutes.
  .finally(() => process.exit());
