import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type TestDatabase, createTestDatabase } from '@/testing/database';
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox';
import { type Environment, readTestEnvironment, root } from '../../scripts/lib/environment';
import { findFreePort } from '../../scripts/lib/ports';
import { type ManagedProcess } from '../../scripts/lib/processes';
import { startWeb, startWorker } from '../../scripts/lib/services';
import { type Balancer, startBalancer } from './start-balancer';

export type WorldOptions = {
  readonly webs?: 1 | 2;
  readonly workers?: 0 | 1 | 2;
  /** Variables that differ from `.env.test`. */
  readonly env?: Environment;
  /** Migrated and empty, dropped at the end; a new one on the server of the run unless told. */
  readonly database?: TestDatabase;
};

export type World = {
  /** What a person types: the web process, or what stands before the two of them. */
  readonly url: string;
  readonly database: TestDatabase;
  /** The simulated outside world, in the process of the test: mails, declarations received, troubles. */
  readonly sandbox: Sandbox;
  /** `kill()` is `kill -9`: no goodbye. */
  readonly webs: readonly ManagedProcess[];
  readonly workers: readonly ManagedProcess[];
  /** For programs that a scenario runs beside the service, the command line among them. */
  readonly env: Environment;
  /** One more worker; the dead ones stay dead. */
  addWorker(): ManagedProcess;
  stop(): Promise<void>;
};

let worlds = 0;

/**
 * The production build with everything of its own: database, outside world, web and worker processes, on free ports.
 * What the processes print goes to test-results/.
 */
export async function startWorld(options: WorldOptions = {}): Promise<World> {
  const { webs = 1, workers = 1, env: changes = {} } = options;
  const database = options.database ?? (await createTestDatabase());
  const sandbox = await startSandbox();
  const ports = await Promise.all(Array.from({ length: webs }, () => findFreePort()));
  const balancer = webs === 1 ? null : await startBalancer(ports);
  const url = `http://127.0.0.1:${balancer?.port ?? ports[0]}`;
  const env: Environment = {
    ...readTestEnvironment(),
    ...sandbox.environment,
    APP_BASE_URL: url,
    DATABASE_URL: database.url,
    // The shortest that the queue accepts: a killed worker is noticed in seconds.
    JOBS_HEARTBEAT_SECONDS: '10',
    JOBS_MONITOR_SECONDS: '1',
    ...changes,
  };
  const onLine = toLog();
  const webProcesses = await Promise.all(
    ports.map((port) => startWeb({ mode: 'production', env, port, onLine: (line) => onLine(`web ${port}`, line) })),
  );
  const workerProcesses: ManagedProcess[] = [];
  const addWorker = () => {
    const name = `worker ${workerProcesses.length + 1}`;
    const worker = startWorker({ mode: 'production', env, onLine: (line) => onLine(name, line) });
    workerProcesses.push(worker);
    return worker;
  };
  for (let count = 0; count < workers; count += 1) addWorker();

  return {
    url,
    database,
    sandbox,
    webs: webProcesses,
    workers: workerProcesses,
    env,
    addWorker,
    stop: () => stopWorld([...webProcesses, ...workerProcesses], balancer, sandbox, database),
  };
}

async function stopWorld(
  processes: readonly ManagedProcess[],
  balancer: Balancer | null,
  sandbox: Sandbox,
  database: TestDatabase,
): Promise<void> {
  await Promise.all(processes.map((process) => process.stop()));
  await balancer?.stop();
  await sandbox.stop();
  await database.drop();
}

function toLog(): (name: string, line: string) => void {
  const folder = join(root, 'test-results');
  mkdirSync(folder, { recursive: true });
  worlds += 1;
  const file = join(folder, `world-${process.pid}-${worlds}.log`);
  return (name, line) => appendFileSync(file, `${name} | ${line}\n`);
}
