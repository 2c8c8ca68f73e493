import { beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { env } from '@/server/env';
import { type Actor } from '@/server/trpc/context';
import { givenSession } from '@/testing/given-session';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { serveUpload } from './serve-upload';

describe('POST /api/imports/:organizationId', () => {
  const test = givenTestDatabase();
  let actor: Actor;
  let cookie: string;

  beforeAll(async () => {
    ({ actor } = await givenShow(test.db));
    ({ cookie } = await givenSession(test.db, actor.user.id));
  });

  async function post(
    content: string,
    {
      organizationId = actor.organizationId,
      headers = {},
      name = 'ventes.csv',
    }: { organizationId?: string; headers?: Record<string, string>; name?: string } = {},
  ) {
    const origin = new URL(env().APP_BASE_URL).origin;
    const request = new Request(`${origin}/api/imports/${organizationId}?name=${encodeURIComponent(name)}`, {
      method: 'POST',
      headers: { origin, cookie, ...headers },
      body: content,
    });
    const response = await serveUpload(test.db, request, organizationId);
    return { status: response.status, headers: response.headers, content: (await response.json()) as object };
  }

  it('keeps the file, its last name only, and asks for its reading', async () => {
    const { status, content, headers } = await post('Spectacle;Date\r\n', { name: 'C:\\Ventes\\juin\u0000 2026.csv' });
    expect([status, content]).toEqual([200, { importId: expect.any(String) }]);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const { importId } = content as { importId: string };
    expect(
      await test.db.importFile.findUnique({
        where: { id: importId },
        select: { name: true, size: true, state: true, organizationId: true },
      }),
    ).toEqual({ name: 'juin 2026.csv', size: 16, state: 'queued', organizationId: actor.organizationId });
    const jobs = await test.db.$queryRaw<{ data: unknown }[]>`
      SELECT data->'payload' AS data FROM pgboss.job WHERE name = 'read-import' AND data->'payload'->>'importId' = ${importId}`;
    expect(jobs).toEqual([{ data: { importId, revision: 1 } }]);
  });

  it.each([
    ['a page of another site', { headers: { origin: 'https://ailleurs.example' } }, 403, { code: 'forbidden' }],
    ['nobody signed in', { headers: { cookie: '' } }, 401, { code: 'sign-in-required' }],
    ['a structure that is not theirs', { organizationId: randomUUID() }, 404, { code: 'not-found' }],
    ['a structure that makes no sense', { organizationId: 'x' }, 404, { code: 'not-found' }],
    [
      'two hundred megabytes',
      { headers: { 'content-length': String(200 * 1024 * 1024) } },
      413,
      { refusal: new ExportRefusal('too-large').sentence },
    ],
  ])('refuses %s, and keeps nothing', async (_case, values, status, content) => {
    const before = await test.db.importFile.count();
    const answer = await post('Spectacle;Date\r\n', values);
    expect([answer.status, answer.content]).toEqual([status, content]);
    expect(await test.db.importFile.count()).toBe(before);
  });
});
