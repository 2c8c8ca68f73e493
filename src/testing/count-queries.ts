import { PrismaPg } from '@prisma/adapter-pg';
import { type Database } from '@/server/db/client';
import { PrismaClient } from '@/server/db/generated/client';

export type CountingDatabase = {
  readonly db: Database;
  /** The statements that `work` sent, in order. */
  record(work: () => Promise<unknown>): Promise<readonly string[]>;
};

/** A client that tells the statements it sends: a procedure must not send more of them when there are more rows. */
export function createCountingDatabase(connectionString: string): CountingDatabase {
  const client = new PrismaClient({
    adapter: new PrismaPg({ connectionString }),
    log: [{ emit: 'event', level: 'query' }],
  });
  let statements: string[] = [];
  client.$on('query', (event) => statements.push(event.query));
  return {
    db: client,
    async record(work) {
      statements = [];
      await work();
      return [...statements];
    },
  };
}
