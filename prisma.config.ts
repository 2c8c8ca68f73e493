import { defineConfig } from 'prisma/config';
import { loadTestEnvironment } from './scripts/lib/environment';
import { chooseSchemaEngine } from './scripts/prisma/choose-schema-engine';

// Without a database named by the environment, commands work on the embedded one of development.
if (process.env.APP_MODE !== 'prod' && process.env.DATABASE_URL === undefined) loadTestEnvironment();
process.env.CHECKPOINT_DISABLE = '1';
chooseSchemaEngine();

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations', seed: 'npm run db:seed' },
  datasource: { url: process.env.DATABASE_URL ?? '' },
});
