import 'server-only';
import { type Database } from '@/server/db/client';
import { producer } from '@/server/jobs/producer';
import { logger } from '@/server/logger';

/** The newest migration of this release; a test keeps it equal to prisma/migrations. */
export const NEWEST_MIGRATION = '20261128170000_last_start';

const PATIENCE_MILLISECONDS = 3_000;

export type Readiness = {
  readonly database: boolean;
  readonly queue: boolean;
  readonly migrations: boolean;
};

/** What a web process needs to answer people. Never throws, never waits more than 3 s. */
export async function checkReadiness(db: Database): Promise<Readiness> {
  const [database, queue, migrations] = await Promise.all([
    isTrue('database', async () => (await db.$queryRaw<unknown[]>`SELECT 1`).length === 1),
    isTrue('queue', async () => {
      await producer();
      return (await db.$queryRaw<unknown[]>`SELECT version FROM pgboss.version`).length === 1;
    }),
    isTrue('migrations', async () => {
      const rows = await db.$queryRaw<{ name: string }[]>`SELECT migration_name AS name FROM _prisma_migrations
        WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL`;
      return rows.some(({ name }) => name === NEWEST_MIGRATION);
    }),
  ]);
  return { database, queue, migrations };
}

async function isTrue(part: keyof Readiness, check: () => Promise<boolean>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer in time')), PATIENCE_MILLISECONDS);
  });
  try {
    return await Promise.race([check(), late]);
  } catch (error) {
    logger().warn({ part, err: error }, 'not ready');
    return false;
  } finally {
    clearTimeout(timer);
  }
}
