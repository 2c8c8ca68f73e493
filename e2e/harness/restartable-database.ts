import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestDatabase } from '@/testing/database';
import { migrateDatabase } from '../../scripts/lib/migrate-database';
import { ensureDatabase, startPostgres } from '../../scripts/lib/postgres';

export type RestartableDatabase = TestDatabase & {
  /** Ends every session and stops the server, as for an update of PostgreSQL. */
  goDown(): Promise<void>;
  /** Starts it again where it was. */
  comeBack(): Promise<void>;
};

const name = 'assistant';

/** A migrated database on a PostgreSQL server of its own. */
export async function startRestartableDatabase(): Promise<RestartableDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-declaration-restart-'));
  let server = await startPostgres({ folder });
  const { port } = server;
  const url = server.urlOf(name);
  await ensureDatabase(server, name);
  await migrateDatabase(url);
  return {
    url,
    name,
    goDown: () => server.stop(),
    async comeBack() {
      server = await startPostgres({ folder, choosePort: () => Promise.resolve(port) });
    },
    async drop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
