import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, createTestDatabase } from './database';

describe('createTestDatabase', () => {
  let first: TestDatabase;
  let second: TestDatabase;

  beforeAll(async () => {
    first = await createTestDatabase();
    second = await createTestDatabase();
  });
  afterAll(async () => {
    await Promise.all([first.drop(), second.drop()]);
  });

  async function query(url: string, sql: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      const { rows } = await client.query<Record<string, unknown>>(sql);
      return rows;
    } finally {
      await client.end();
    }
  }

  it('gives a database that has every migration and the tables of the queue', async () => {
    const schemas = await query(
      first.url,
      `SELECT table_schema AS schema, count(*) > 3 AS filled FROM information_schema.tables
       WHERE table_schema IN ('public', 'pgboss') GROUP BY 1 ORDER BY 1`,
    );
    expect(schemas).toEqual([
      { schema: 'pgboss', filled: true },
      { schema: 'public', filled: true },
    ]);
    expect(
      await query(first.url, 'SELECT count(*)::int AS failed FROM _prisma_migrations WHERE finished_at IS NULL'),
    ).toEqual([{ failed: 0 }]);
  });

  it('keeps two databases apart', async () => {
    await query(first.url, 'CREATE TABLE only_here (id int)');
    expect(await query(second.url, `SELECT to_regclass('only_here') AS found`)).toEqual([{ found: null }]);
  });
});
