import { describe, expect, it, jest } from '@jest/globals';
import { notify } from '@/server/realtime/notify';
import { givenSession } from '@/testing/given-session';
import { givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { givenUser } from '@/testing/given-user';
import { handleTrpc } from './handle-trpc';

const origin = 'http://localhost:3000';
const address = 'http://localhost:3000/api/trpc';
const input = (value: object) => encodeURIComponent(JSON.stringify(value));

describe('tRPC over HTTP', () => {
  const test = givenTestDatabase();
  const get = (path: string, headers: Record<string, string> = {}) =>
    handleTrpc(new Request(`${address}/${path}`, { headers }));
  const post = (path: string, body: string, headers: Record<string, string> = {}) =>
    handleTrpc(
      new Request(`${address}/${path}`, {
        method: 'POST',
        body,
        headers: { origin, 'content-type': 'application/json', ...headers },
      }),
    );

  it('answers the person of the cookie, keeps nothing in caches and names the request', async () => {
    const user = await givenUser(test.db);
    const response = await get('session.viewer', await givenSession(test.db, user.id));
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-correlation-id')).toMatch(/^[\w-]{36}$/);
    expect(response.headers.getSetCookie()).toEqual([]);
    expect(await response.json()).toEqual({ result: { data: { user, organizations: [] } } });
  });

  it('prolongs a session that is a day old', async () => {
    const user = await givenUser(test.db);
    const { cookie } = await givenSession(test.db, user.id, new Date(Date.now() + 12 * 86_400_000));
    const response = await get('session.viewer', { cookie });
    expect(response.headers.getSetCookie()[0]).toMatch(/^assistant\.session_token=.*Max-Age=1209600/);
    const { expiresAt } = await test.db.session.findFirstOrThrow({ where: { userId: user.id } });
    expect(expiresAt.getTime()).toBeGreaterThan(Date.now() + 13.9 * 86_400_000);
    expect(await response.json()).toMatchObject({ result: { data: { user } } });
  });

  it('reads the session in one query', async () => {
    const user = await givenUser(test.db);
    const query = jest.spyOn(test.db, '$queryRaw');
    await get('session.viewer', await givenSession(test.db, user.id));
    expect(query).toHaveBeenCalledTimes(1);
  });

  it('says the code of an expected failure and nothing more', async () => {
    const response = await get('session.viewer');
    expect({ status: response.status, body: await response.json() }).toEqual({
      status: 401,
      body: {
        error: {
          message: 'sign-in-required',
          code: -32001,
          data: {
            code: 'UNAUTHORIZED',
            httpStatus: 401,
            path: 'session.viewer',
            appCode: 'sign-in-required',
            detail: {},
          },
        },
      },
    });
  });

  it('says nothing of an unexpected failure: no message, no SQL, no stack', async () => {
    const user = await givenUser(test.db);
    const { cookie } = await givenSession(test.db, user.id);
    await test.db.$executeRaw`ALTER TABLE "Membership" RENAME TO "MARKED"`;
    try {
      const response = await get('session.viewer', { cookie });
      const text = await response.text();
      expect(response.status).toBe(500);
      expect(JSON.parse(text)).toMatchObject({
        error: { message: 'internal', data: { appCode: 'internal', detail: {} } },
      });
      expect(text).not.toMatch(/MARKED|Membership|prisma|stack|at /i);
    } finally {
      await test.db.$executeRaw`ALTER TABLE "MARKED" RENAME TO "Membership"`;
    }
  });

  it('never repeats an input that it refuses', async () => {
    const { actor, organizationId } = await givenShow(test.db);
    const { cookie } = await givenSession(test.db, actor.user.id);
    const body = JSON.stringify({ organizationId, system: 'nowhere', accessKey: null, secretKey: 'MARKED-KEY' });
    const response = await post('ticketing.connect', body, { cookie });
    const text = await response.text();
    expect(response.status).toBe(400);
    expect(text).not.toContain('MARKED-KEY');
    expect(JSON.parse(text)).toMatchObject({ error: { message: 'invalid-input' } });
  });

  it.each([
    ['another site', { origin: 'https://elsewhere.example' }],
    ['a page that hides its origin', { origin: 'null' }],
    ['a sibling site', { origin, 'sec-fetch-site': 'same-site' }],
  ])('refuses a mutation that comes from %s', async (_name, headers) => {
    const user = await givenUser(test.db);
    const { cookie } = await givenSession(test.db, user.id);
    const response = await post('organizations.create', '{}', { cookie, ...headers });
    expect({ status: response.status, body: await response.json() }).toMatchObject({
      status: 403,
      body: { error: { message: 'forbidden', data: { appCode: 'forbidden' } } },
    });
  });

  it('refuses a mutation by GET, and a body that is too large', async () => {
    const user = await givenUser(test.db);
    const { cookie } = await givenSession(test.db, user.id);
    expect((await get(`organizations.create?input=${input({})}`, { cookie })).status).toBe(405);
    expect((await post('organizations.create', 'x'.repeat(3_100_000), { cookie })).status).toBe(413);
  });

  it('streams what moves to its members, until they leave', async () => {
    const { actor, organizationId } = await givenShow(test.db);
    const { cookie } = await givenSession(test.db, actor.user.id);
    const controller = new AbortController();
    const response = await handleTrpc(
      new Request(`${address}/ticketing.onProgress?input=${input({ organizationId })}`, {
        headers: { cookie, accept: 'text/event-stream' },
        signal: controller.signal,
      }),
    );
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const reader = (response.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
    const readUntil = async (wanted: RegExp) => {
      let seen = '';
      while (!wanted.test(seen)) {
        const { value, done } = await reader.read();
        if (done) throw new Error(`the stream ended after: ${seen}`);
        seen += value;
      }
      return seen;
    };
    await readUntil(/data: \[\]/);
    await test.db.ticketingConnection.create({
      data: { organizationId, system: 'billetweb', remoteAccount: 'compte', label: 'Mon compte' },
    });
    await notify(test.db, { kind: 'connection', organizationId, id: 'any' });
    expect(await readUntil(/Mon compte/)).toContain('"system":"billetweb"');
    controller.abort();
    await reader.cancel().catch(() => undefined);
  });
});
