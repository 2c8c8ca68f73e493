import { closeDatabase, database } from '@/server/db/client';
import { env } from '@/server/env';
import { closeProducer } from '@/server/jobs/producer';
import { describeDemoAccounts } from './demo-accounts';
import { findObjection } from './seed/check-database';
import { seedAccounts } from './seed/seed-accounts';
import { seedAgencies } from './seed/seed-agencies';
import { seedApiKey } from './seed/seed-api-key';
import { seedConnection } from './seed/seed-connection';
import { seedDeclarations } from './seed/seed-declarations';
import { seedOrganization } from './seed/seed-organization';

/** Demonstration data, made by the real code wherever it can be. Running it again adds what is missing and changes nothing. */
async function seed(): Promise<void> {
  const db = database();
  await seedAgencies(db);
  await seedAccounts(db);
  const actor = await seedOrganization(db);
  await seedConnection(actor);
  await seedDeclarations(actor, process.env.SANDBOX_CONTROL_URL);
  await seedApiKey(actor);
}

const objection = findObjection(env().DATABASE_URL, process.argv.slice(2), process.env);
if (objection === null) {
  await seed();
  console.log(describeDemoAccounts());
} else {
  console.error(objection);
  process.exitCode = 1;
}
await closeProducer();
await closeDatabase();
