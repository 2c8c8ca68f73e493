import { describe, expect, it } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { createDatabase } from '@/server/db/client';
import { givenTestDatabase } from '@/testing/given-test-database';
import { answerReadiness } from './answer-readiness';
import { checkReadiness, NEWEST_MIGRATION } from './check-readiness';
import { answerRobots, answerSecurityContact, answerSitemap } from './public-files';

describe('readiness', () => {
  const test = givenTestDatabase();

  it('knows the newest migration', () => {
    const folders = readdirSync('prisma/migrations', { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(NEWEST_MIGRATION).toBe(
      folders
        .map(({ name }) => name)
        .sort()
        .at(-1),
    );
  });

  it('is 200 when database, queue and migrations are there', async () => {
    const response = await answerReadiness();
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 200,
      body: { status: 'ready', failed: [] },
    });
  });

  it('is 503 and names what is missing', async () => {
    await test.db
      .$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL WHERE migration_name = ${NEWEST_MIGRATION}`;
    await test.db.$executeRaw`ALTER SCHEMA pgboss RENAME TO away`;
    try {
      const response = await answerReadiness();
      expect({ status: response.status, body: await response.json() }).toEqual({
        status: 503,
        body: { status: 'unavailable', failed: ['queue', 'migrations'] },
      });
    } finally {
      await test.db.$executeRaw`ALTER SCHEMA away RENAME TO pgboss`;
      await test.db.$executeRaw`UPDATE _prisma_migrations SET finished_at = now()`;
    }
  });

  it('says so in time when the database is away', async () => {
    const away = createDatabase('postgresql://nobody@127.0.0.1:1/none');
    expect(await checkReadiness(away)).toEqual({ database: false, queue: false, migrations: false });
    await away.$disconnect();
  });
});

describe('files for machines', () => {
  it('has a security contact with the fields of RFC 9116', async () => {
    const response = answerSecurityContact(new Date('2026-11-22T00:00:00.000Z'));
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(await response.text()).toBe(
      'Contact: mailto:securite@assistant.test\nExpires: 2027-05-21T00:00:00.000Z\nPreferred-Languages: fr, en\n' +
        'Canonical: http://localhost:3000/.well-known/security.txt\n',
    );
  });

  it('keeps search engines out of what is not production', async () => {
    expect(await answerRobots().text()).toBe('User-agent: *\nAllow: /.well-known/\nDisallow: /\n');
  });

  it('lists the public pages', async () => {
    expect(await answerSitemap(['/', '/connexion']).text()).toContain('<loc>http://localhost:3000/connexion</loc>');
  });
});
