import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';
import { requestAccountMail } from '@/server/auth/account-mail';
import { closeDatabase, database } from '@/server/db/client';
import { givenUser } from '@/testing/given-user';
import { waitUntil } from '@/testing/wait-until';
import { startWorkerProcess, type WorkerProcess } from '@/testing/worker-process';
import { migrateDatabase } from '../../../scripts/lib/migrate-database';
import { ensureDatabase, startPostgres, type PostgresServer } from '../../../scripts/lib/postgres';
import { closeProducer } from './producer';

describe('the worker process', () => {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-declaration-worker-'));
  const workers: WorkerProcess[] = [];
  let server: PostgresServer;
  let sandbox: Sandbox;

  beforeAll(async () => {
    sandbox = await startSandbox();
    server = await startPostgres({ folder });
    await ensureDatabase(server, 'worker');
    await migrateDatabase(server.urlOf('worker'));
    Object.assign(process.env, sandbox.environment, { DATABASE_URL: server.urlOf('worker'), LOG_LEVEL: 'silent' });
  }, 60_000);
  afterEach(async () => {
    sandbox.clearTrouble('smtp-primary');
    await Promise.all(workers.splice(0).map((worker) => worker.kill()));
  });
  afterAll(async () => {
    await closeProducer();
    await closeDatabase();
    await server.stop();
    await sandbox.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(): Promise<WorkerProcess> {
    const worker = startWorkerProcess();
    workers.push(worker);
    await worker.ready();
    return worker;
  }
  /** A person to whom a mail is due, and the state of its job. */
  async function givenMail() {
    const { email } = await givenUser(database());
    await requestAccountMail('password-changed', email);
    const state = async () =>
      (
        await database().$queryRaw<{ state: string; attempts: number }[]>`
          SELECT state::text, retry_count AS attempts FROM pgboss.job
          WHERE name = 'send-account-mail' AND data->'payload'->>'email' = ${email}`
      )[0];
    return { email, state, received: () => sandbox.messages(email).length };
  }

  it('does at once what is enqueued, one mail for one job, under the correlation of its request', async () => {
    const worker = await start();
    const mail = await givenMail();
    // Most of it is the worker reading its sources: production runs a bundle.
    await waitUntil(mail.received, (count) => count === 1, 20_000);
    await waitUntil(mail.state, (state) => state?.state === 'completed');
    expect(worker.lines.filter((line) => line.includes('job done'))[0]).toContain('"correlationId":"');
  }, 60_000);

  it('takes up within seconds what a killed worker was doing', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'slow', delayMilliseconds: 300_000 });
    const first = await start();
    const connections = sandbox.counts('smtp-primary').requests;
    const mail = await givenMail();
    await waitUntil(
      () => sandbox.counts('smtp-primary').requests,
      (count) => count > connections,
      20_000,
    );
    await first.kill();
    const killedAt = performance.now();
    sandbox.clearTrouble('smtp-primary');
    await start();
    await waitUntil(mail.received, (count) => count === 1, 40_000);
    expect(performance.now() - killedAt).toBeLessThan(40_000);
    await waitUntil(mail.state, (state) => state?.state === 'completed');
    expect(mail.received()).toBe(1);
  }, 90_000);

  it('stops when asked to, with exit code 0, and hands back what it could not finish', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'slow', delayMilliseconds: 300_000 });
    const worker = await start();
    const connections = sandbox.counts('smtp-primary').requests;
    const mail = await givenMail();
    await waitUntil(
      () => sandbox.counts('smtp-primary').requests,
      (count) => count > connections,
      20_000,
    );
    const { code, milliseconds } = await worker.terminate();
    expect(code).toBe(0);
    expect(milliseconds).toBeLessThan(10_000);
    expect(await mail.state()).toEqual({ state: 'retry', attempts: 0 });
  }, 60_000);

  it('survives a database that falls and comes back', async () => {
    const { port } = server;
    const worker = await start();
    await server.kill();
    server = await startPostgres({ folder, choosePort: async () => port });
    const mail = await givenMail();
    await waitUntil(mail.received, (count) => count === 1, 30_000);
    expect(await worker.terminate()).toMatchObject({ code: 0 });
  }, 90_000);

  it('waits for a database that is not there yet', async () => {
    const { port } = server;
    await server.stop();
    const worker = startWorkerProcess();
    workers.push(worker);
    await waitUntil(
      () => worker.lines.length,
      () => worker.lines.some((line) => line.includes('will try again')),
      30_000,
    );
    server = await startPostgres({ folder, choosePort: async () => port });
    await worker.ready();
    expect(await worker.terminate()).toMatchObject({ code: 0 });
  }, 90_000);
});
