import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuild } from '../lib/ensure-build';
import { type Environment, readTestEnvironment } from '../lib/environment';
import { migrateDatabase } from '../lib/migrate-database';
import { findFreePort } from '../lib/ports';
import { ensureDatabase, startPostgres } from '../lib/postgres';
import { type ManagedProcess, stopEverything } from '../lib/processes';
import { startSandbox, startWeb, startWorker } from '../lib/services';

export type BenchWorld = {
  readonly url: string;
  readonly databaseUrl: string;
  readonly env: Environment;
  readonly web: ManagedProcess;
  readonly worker: ManagedProcess;
  stop(): Promise<void>;
};

/** The production build, one web and one worker process, on a database of its own and free ports. */
export async function startBenchWorld(): Promise<BenchWorld> {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-bench-'));
  const env = readTestEnvironment();
  const port = await findFreePort();
  env.APP_BASE_URL = `http://127.0.0.1:${port}`;
  env.LOG_LEVEL = 'error';
  for (const name of ['SANDBOX_PORT', 'SANDBOX_SMTP_PRIMARY_PORT', 'SANDBOX_SMTP_FALLBACK_PORT']) env[name] = '0';
  await ensureBuild(env, (line) => console.error(line));
  const server = await startPostgres({ folder: join(folder, 'data') });
  await ensureDatabase(server, 'bench');
  const databaseUrl = server.urlOf('bench');
  await migrateDatabase(databaseUrl);
  env.DATABASE_URL = databaseUrl;
  const sandbox = await startSandbox({ mode: 'production', env });
  Object.assign(env, sandbox.environment);
  const web = await startWeb({ mode: 'production', env, port });
  const worker = startWorker({ mode: 'production', env });
  return {
    url: env.APP_BASE_URL,
    databaseUrl,
    env,
    web,
    worker,
    async stop() {
      await stopEverything();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
