import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { verifyPassword } from 'better-auth/crypto';
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox';
import { type Database, createDatabase } from '@/server/db/client';
import { type TestDatabase, createTestDatabase } from '@/testing/database';
import { demoAccounts, demoKeys, demoPassword } from './demo-accounts';

const run = promisify(execFile);
const root = join(import.meta.dirname, '..');

describe('db:seed', () => {
  let database: TestDatabase;
  let sandbox: Sandbox;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase();
    sandbox = await startSandbox();
    db = createDatabase(database.url);
  });
  afterAll(async () => {
    await db.$disconnect();
    await sandbox.stop();
    await database.drop();
  });

  async function seed(environment: Record<string, string> = {}): Promise<string> {
    const { stdout } = await run(
      process.execPath,
      [join('node_modules', 'tsx', 'dist', 'cli.mjs'), '--tsconfig', 'tsconfig.node.json', 'prisma/seed.ts'],
      {
        cwd: root,
        env: { ...process.env, ...sandbox.environment, DATABASE_URL: database.url, LOG_LEVEL: 'error', ...environment },
      },
    );
    return stdout;
  }

  /** Tables of the data and of the queue where a text stands, as it is. */
  async function findTablesHolding(text: string): Promise<string[]> {
    const tables = await db.$queryRaw<{ name: string }[]>`
      SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
      WHERE table_schema IN ('public', 'pgboss') AND table_type = 'BASE TABLE'`;
    const found: string[] = [];
    for (const { name } of tables) {
      const rows = await db.$queryRawUnsafe<unknown[]>(
        `SELECT 1 FROM ${name} AS line WHERE strpos(line::text, $1) > 0 LIMIT 1`,
        text,
      );
      if (rows.length > 0) found.push(name);
    }
    return found;
  }

  const countRows = async () => ({
    users: await db.user.count(),
    organizations: await db.organization.count(),
    agencies: await db.agency.count(),
    postalCodes: await db.agencyPostalCode.count(),
    series: await db.series.count(),
    declarations: await db.declaration.count(),
    submissions: await db.submission.count(),
    runs: await db.synchronizationRun.groupBy({ by: ['state'], _count: true }),
  });

  it('fills a local database once, with the real connector, and changes nothing the second time', async () => {
    const printed = await seed({ LOG_LEVEL: 'debug' });
    expect(printed).toContain(demoAccounts.member.email);
    expect(printed).toContain(demoPassword);
    const first = await countRows();
    expect(first).toMatchObject({ users: 3, organizations: 1, series: 11, runs: [{ state: 'succeeded', _count: 1 }] });
    await seed();
    expect(await countRows()).toEqual(first);

    const states = await db.declaration.findMany({
      select: { organism: true, state: true, series: { select: { remoteId: true } } },
      orderBy: [{ series: { remoteId: 'asc' } }, { organism: 'asc' }],
    });
    expect(states.map(({ series, organism, state }) => `${series?.remoteId} ${organism} ${state}`)).toEqual([
      '1001 SACEM sent',
      '1001 SACD accepted',
      '1002 SACD refused',
      '1003 SACEM draft',
      '1003 SACD draft',
      '1005 SACEM draft',
      '1006 SACEM draft',
      '1006 CNM draft',
    ]);

    const account = await db.account.findFirstOrThrow({ where: { user: { email: demoAccounts.member.email } } });
    expect(await verifyPassword({ hash: account.password ?? '', password: demoPassword })).toBe(true);

    // The key went to the provider, and nowhere else: neither a log line nor a row holds it.
    expect(printed).toContain('ticketing request');
    expect(printed).not.toContain(demoKeys.secretKey);
    expect(await findTablesHolding(demoKeys.secretKey)).toEqual([]);

    // Every town of the simulated directories is served, but those that show what happens without an office.
    const served = await db.agencyPostalCode.findMany({
      where: {
        OR: [
          { organism: 'SACEM', code: { in: ['29242', '98000'] } },
          { organism: 'SACD', code: '29' },
        ],
      },
      select: { organism: true, code: true },
      orderBy: { code: 'asc' },
    });
    expect(served).toEqual([
      { organism: 'SACD', code: '29' },
      { organism: 'SACEM', code: '29242' },
    ]);
  }, 120_000);

  it('refuses a database that is not on this machine', async () => {
    const refusal: unknown = await seed({ DATABASE_URL: 'postgresql://u:p@db.example/production' }).catch(
      (error) => error,
    );
    expect(refusal).toMatchObject({ code: 1, stderr: expect.stringContaining('rien n’a été écrit') });
  }, 120_000);
});
