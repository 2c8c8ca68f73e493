import { migrateDatabase } from './lib/migrate-database';
import { reportFailure } from './lib/failure.mjs';
import { readTestEnvironment } from './lib/environment';

// In production the environment says which database; elsewhere it is the embedded one, as `.env.test` says.
const url =
  process.env.DATABASE_URL ?? (process.env.APP_MODE === 'prod' ? undefined : readTestEnvironment().DATABASE_URL);

try {
  if (url === undefined) throw new Error('DATABASE_URL is missing.');
  await migrateDatabase(url, (line) => console.log(line));
  console.log('Schemas public and pgboss are up to date.');
} catch (error) {
  process.exitCode = reportFailure(error);
}
