import 'server-only';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { PrismaClient, type Prisma } from './generated/client';
import { GuardedPrismaPg } from './guarded-adapter';

export type Database = PrismaClient;
/** The client inside a transaction. */
export type Transaction = Prisma.TransactionClient;

const CONNECT_PATIENCE_MILLISECONDS = 5_000;
/** Prisma's own 2 s and 5 s also count what a process does meanwhile, and printing a long statement takes seconds. */
const TRANSACTION_WAIT_MILLISECONDS = 10_000;
const TRANSACTION_PATIENCE_MILLISECONDS = 30_000;

/** A client of its own, for tests and scripts that choose their database. */
export function createDatabase(connectionString: string, poolSize = 5): Database {
  const pool = { connectionString, max: poolSize, connectionTimeoutMillis: CONNECT_PATIENCE_MILLISECONDS };
  const adapter = new GuardedPrismaPg(pool, {
    // A connection lost while it is idle: the pool opens another when one is needed.
    onPoolError: (error) => logger().warn({ err: error }, 'database connection lost'),
    onConnectionError: (error) => logger().warn({ err: error }, 'database connection lost'),
  });
  return new PrismaClient({
    adapter,
    transactionOptions: { maxWait: TRANSACTION_WAIT_MILLISECONDS, timeout: TRANSACTION_PATIENCE_MILLISECONDS },
  });
}

/** Kept on the process: in development, Next.js loads modules again at each change. */
const holder: typeof globalThis & { assistantDatabase?: Database } = globalThis;

/** The client of this process, connected at the first query. */
export function database(): Database {
  holder.assistantDatabase ??= createDatabase(env().DATABASE_URL, env().DATABASE_POOL_SIZE);
  return holder.assistantDatabase;
}

export async function closeDatabase(): Promise<void> {
  const client = holder.assistantDatabase;
  delete holder.assistantDatabase;
  await client?.$disconnect();
}
