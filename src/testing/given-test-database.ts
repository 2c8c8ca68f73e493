import { afterAll, beforeAll } from '@jest/globals';
import { forgetAuth } from '@/server/auth/auth';
import { closeDatabase, database, type Database } from '@/server/db/client';
import { forgetEnv } from '@/server/env';
import { closeProducer } from '@/server/jobs/producer';
import { forgetLimiters } from '@/server/rate-limit/limit-requests';
import { closeLine } from '@/server/realtime/line';
import { createTestDatabase, type TestDatabase } from './database';

/**
 * A migrated, empty database for this test file, which is also the one of the environment: what the code under test
 * opens by itself (database, queue, notices) goes there too. Closed and dropped at the end.
 */
export function givenTestDatabase(): { readonly db: Database; readonly url: string } {
  let made: TestDatabase | undefined;
  beforeAll(async () => {
    made = await createTestDatabase();
    process.env.DATABASE_URL = made.url;
    process.env.LOG_LEVEL ||= 'silent';
    // Tests run in any order: one before this may have read the environment as it was.
    forgetEnv();
  });
  afterAll(async () => {
    forgetAuth();
    forgetLimiters();
    await closeLine();
    await closeProducer();
    await closeDatabase();
    await made?.drop();
  });
  return {
    get db() {
      return database();
    },
    get url() {
      if (!made) throw new Error('The database of a test exists from its first beforeAll on.');
      return made.url;
    },
  };
}
