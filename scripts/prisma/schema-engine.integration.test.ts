import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { findFreePort } from '../lib/ports';

const root = join(import.meta.dirname, '..', '..');
const engine = join(root, 'scripts', 'prisma', 'schema-engine.mjs');
const server = process.env.TEST_DATABASE_SERVER_URL ?? '';
const name = `engine_${process.pid}`;
const url = server.replace(/\/[^/]*$/, `/${name}`);

type Outcome = { readonly code: number | null; readonly output: string };

async function runPrisma(args: readonly string[], environment: Record<string, string> = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, 'node_modules/prisma/build/index.js'), ...args], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url, PRISMA_SCHEMA_ENGINE_BINARY: engine, NO_COLOR: '1', ...environment },
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
}

async function query(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

describe('schema engine', () => {
  let folder: string;

  let deployed: Outcome;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'schema-engine-'));
    deployed = await runPrisma(['migrate', 'deploy']);
  }, 60_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  });

  it('creates the database, applies every migration, and then finds nothing to do', async () => {
    expect(deployed).toEqual({
      code: 0,
      output: expect.stringContaining('All migrations have been successfully applied'),
    });
    expect((await runPrisma(['migrate', 'deploy'])).output).toContain('No pending migrations to apply');
    expect((await runPrisma(['migrate', 'status'])).output).toContain('Database schema is up to date!');
  }, 60_000);

  it('finds the schema and the migrations to say the same, and leaves no shadow database behind', async () => {
    const difference = [
      'migrate',
      'diff',
      '--from-migrations',
      'prisma/migrations',
      '--to-schema',
      'prisma/schema.prisma',
    ];
    expect(await runPrisma([...difference, '--exit-code'])).toEqual({
      code: 0,
      output: expect.stringContaining('No difference detected'),
    });
    expect(await query(`SELECT datname FROM pg_database WHERE datname LIKE 'prisma_migrate_shadow%'`)).toEqual([]);
  }, 60_000);

  it('prints the statements that lead from nothing to the schema', async () => {
    const { code, output } = await runPrisma([
      'migrate',
      'diff',
      '--from-empty',
      '--to-schema',
      'prisma/schema.prisma',
      '--script',
    ]);
    expect({ code, hasTable: output.includes('CREATE TABLE "User"') }).toEqual({ code: 0, hasTable: true });
  }, 60_000);

  it('tells which migration failed and what PostgreSQL said', async () => {
    const schema = join(folder, 'schema.prisma');
    const migrations = join(folder, 'migrations');
    mkdirSync(join(migrations, '20260101000000_broken'), { recursive: true });
    cpSync(join(root, 'prisma/migrations/migration_lock.toml'), join(migrations, 'migration_lock.toml'));
    writeFileSync(schema, 'datasource db {\n  provider = "postgresql"\n}\n');
    writeFileSync(join(migrations, '20260101000000_broken', 'migration.sql'), 'SELECT 1;\nSELEC 2;');
    const config = join(folder, 'prisma.config.ts');
    writeFileSync(
      config,
      `export default { schema: ${JSON.stringify(schema)}, migrations: { path: ${JSON.stringify(migrations)} }, datasource: { url: process.env.DATABASE_URL } };`,
    );
    const other = url.replace(name, `${name}_broken`);
    const { code, output } = await runPrisma(['migrate', 'deploy', '--config', config], { DATABASE_URL: other });
    await query(`DROP DATABASE IF EXISTS ${name}_broken WITH (FORCE)`);
    expect(code).toBe(1);
    expect(output).toContain('20260101000000_broken');
    expect(output).toContain('syntax error at or near "SELEC"');
  }, 60_000);

  it('says that the server cannot be reached when nothing listens', async () => {
    const closed = `postgresql://nobody:nothing@127.0.0.1:${await findFreePort()}/none`;
    const { code, output } = await runPrisma(['migrate', 'deploy'], { DATABASE_URL: closed });
    expect({ code, isNamed: output.includes('P1001') }).toEqual({ code: 1, isNamed: true });
  }, 60_000);
});
