import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox';
import { createDatabase, type Database } from '@/server/db/client';
import { createTestDatabase } from '@/testing/database';
import { givenAgencies } from '@/testing/given-show';
import { bundlePrograms } from '../lib/build-bundles';
import { type Environment, readTestEnvironment } from '../lib/environment';
import { type ManagedProcess, startProcess } from '../lib/processes';
import { type PersonRequest } from './person-request';
import { type Death } from './plan';

/** A database, an outside world that counts, and the processes that work on them: nothing shared with another lane. */
export type Lane = {
  readonly db: Database;
  readonly sandbox: Sandbox;
  /** The real worker, which may be told to die. */
  startWorker(death: Death | null): ManagedProcess;
  /** Does a person's requests; resolves at the end of the process. Rejects when it ends otherwise than done or dead as told. */
  request(requests: readonly PersonRequest[], death: Death | null): Promise<'done' | 'died'>;
  stop(): Promise<void>;
};

const folder = '.cache/crash';

/** Bundles the worker and the person's program: they start in half the time of their sources. */
export async function buildPrograms(): Promise<void> {
  await bundlePrograms({ worker: './worker.ts', person: './scripts/crash/person.ts' }, folder);
}

/** Needs TEST_DATABASE_SERVER_URL (scripts/lib/test-server.ts) and `buildPrograms`. */
export async function startLane(): Promise<Lane> {
  const [database, sandbox] = await Promise.all([createTestDatabase(), startSandbox()]);
  const db = createDatabase(database.url);
  await givenAgencies(db);
  const env: Environment = {
    ...readTestEnvironment(),
    ...sandbox.environment,
    DATABASE_URL: database.url,
    DATABASE_POOL_SIZE: '5',
    JOBS_HEARTBEAT_SECONDS: '10',
    JOBS_MONITOR_SECONDS: '1',
    SACD_API_TIMEOUT_SECONDS: '2',
    LOG_LEVEL: 'error',
    NODE_OPTIONS: '',
    NODE_ENV: 'production',
  };
  const start = (name: string, args: readonly string[], death: Death | null) =>
    startProcess({
      name,
      command: process.execPath,
      args: [`${folder}/${name}.js`, ...args],
      env: { ...env, CRASH_AT: death ? `${death.boundary}@${death.passage}` : '' },
    });
  return {
    db,
    sandbox,
    startWorker: (death) => start('worker', [], death),
    async request(requests, death) {
      const person = start('person', [JSON.stringify(requests)], death);
      const { code, signal } = await person.ended;
      if (code === 0) return 'done';
      if (death !== null && signal === 'SIGKILL') return 'died';
      throw new Error(`the requests ended with ${signal ?? code}\n${person.tail()}`);
    },
    async stop() {
      await db.$disconnect();
      await sandbox.stop();
      await database.drop();
    },
  };
}
