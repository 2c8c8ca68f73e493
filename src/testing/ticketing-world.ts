import { randomInt } from 'node:crypto';
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox';
import { type Database, closeDatabase, database } from '@/server/db/client';
import { closeProducer } from '@/server/jobs/producer';
import { type Actor } from '@/server/trpc/context';
import { connectTicketing } from '@/server/ticketing/connect-ticketing';
import { type SynchronizationTools, runSynchronization } from '@/server/ticketing/run-synchronization';
import { openConnection } from '@/server/ticketing/synchronize-connection.handler';
import { createTestDatabase } from './database';
import { givenStructure } from './given-season';

export type TicketingWorld = {
  readonly db: Database;
  readonly sandbox: Sandbox;
  /** A person in a structure of their own. */
  givenActor(): Promise<Actor>;
  /** A structure connected to a season of its own, whose first synchronisation waits to be run. */
  givenConnection(user?: string, secretKey?: string): Promise<{ actor: Actor; connectionId: string; user: string }>;
  /** Does what the worker does with the run under way of a connection; pauses between attempts do not last. */
  run(connectionId: string, tools?: Partial<SynchronizationTools>, lastAttempt?: boolean): Promise<void>;
  /** A minute later for the provider and for us: nothing counts against a quota any more. */
  forgetQuotas(): Promise<void>;
  stop(): Promise<void>;
};

/** A database of its own, and the simulated outside world. Sets the environment of the test file: call it first. */
export async function startTicketingWorld(): Promise<TicketingWorld> {
  const testDatabase = await createTestDatabase();
  let aheadMilliseconds = 0;
  const sandbox = await startSandbox({ now: () => new Date(Date.now() + aheadMilliseconds) });
  Object.assign(process.env, sandbox.environment, { DATABASE_URL: testDatabase.url, LOG_LEVEL: 'silent' });
  const db = database();
  let accounts = randomInt(1000, 100_000);

  async function givenActor(): Promise<Actor> {
    const { id: organizationId } = await givenStructure(db);
    const id = `user-${organizationId}`;
    const email = `ada.${organizationId}@lucioles.test`;
    const person = { id, email, firstname: 'Ada', lastname: 'Noir' };
    await db.user.create({
      data: {
        ...person,
        name: 'Ada Noir',
        termsVersion: '1',
        termsAcceptedAt: new Date(),
        memberships: { create: { organizationId } },
      },
    });
    return { db, user: { ...person, isAdmin: false }, organizationId, correlationId: 'test' };
  }

  return {
    db,
    sandbox,
    givenActor,
    async givenConnection(user = `user-${(accounts += 1)}`, secretKey = user.replace('user-', 'key-')) {
      const actor = await givenActor();
      const { connectionId } = await connectTicketing(actor, {
        organizationId: actor.organizationId,
        system: 'billetweb',
        accessKey: user,
        secretKey,
      });
      return { actor, connectionId, user };
    },
    async run(connectionId, tools = {}, lastAttempt = false) {
      const run = await db.synchronizationRun.findFirstOrThrow({
        where: { connectionId, state: { in: ['queued', 'running'] } },
      });
      const impatient: SynchronizationTools['open'] = (...values) => {
        const { connector, context } = openConnection(...values);
        return { connector, context: { ...context, wait: () => Promise.resolve(), timeoutMilliseconds: 2_000 } };
      };
      await runSynchronization({ db, open: impatient, now: () => new Date(), ...tools }, run.id, {
        jobId: 'job',
        attempt: 0,
        lastAttempt,
        signal: new AbortController().signal,
      });
    },
    async forgetQuotas() {
      aheadMilliseconds += 61_000;
      await db.providerRequest.deleteMany();
      await db.providerPenalty.deleteMany();
    },
    async stop() {
      await closeProducer();
      await closeDatabase();
      await sandbox.stop();
      await testDatabase.drop();
    },
  };
}
