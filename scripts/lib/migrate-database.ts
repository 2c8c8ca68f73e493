import { PgBoss } from 'pg-boss';
import { type Environment, root } from './environment';
import { runProcess } from './processes';

/** Brings the schemas `public` (Prisma's migrations) and `pgboss` (its own) of a database up to date. Running it again changes nothing. */
export async function migrateDatabase(url: string, onLine: (line: string) => void = () => undefined): Promise<void> {
  const env: Environment = { ...process.env, DATABASE_URL: url, PRISMA_HIDE_UPDATE_MESSAGE: '1' };
  await runProcess({
    name: 'prisma migrate deploy',
    command: process.execPath,
    args: ['node_modules/prisma/build/index.js', 'migrate', 'deploy'],
    env,
    cwd: root,
    onLine,
  });
  const boss = new PgBoss({ connectionString: url, supervise: false, schedule: false });
  await boss.start();
  await boss.stop({ graceful: false });
}
