import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { startSandbox, type Sandbox } from '../start-sandbox';
import { visitHelloasso, type HelloassoVisitor } from '@/testing/visit-helloasso';

const reference = new Date('2026-11-20T10:00:00.000Z');
let now = reference;
let sandbox: Sandbox;
let visitor: HelloassoVisitor;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => now, reference });
  visitor = visitHelloasso(sandbox.url);
});
afterAll(() => sandbox.stop());
/** Another hour: nothing counts against the ration any more, and no token is left alive. */
beforeEach(() => {
  now = new Date(now.getTime() + 3_600_001);
});

describe('The tokens of the simulated HelloAsso', () => {
  it('are given for 30 minutes, by the clock of this world', async () => {
    const { status, body } = await visitor.askClientToken();
    expect([status, body]).toEqual([
      200,
      { access_token: expect.any(String), refresh_token: expect.any(String), token_type: 'bearer', expires_in: 1800 },
    ]);
    now = new Date(now.getTime() + 1_799_000);
    expect((await visitor.get('/users/me/organizations', body.access_token)).status).toBe(200);
    now = new Date(now.getTime() + 1_000);
    expect(await visitor.get('/users/me/organizations', body.access_token)).toEqual({
      status: 401,
      body: { message: 'Unauthorized' },
    });
  });

  it.each<readonly [string, Record<string, string>, Record<string, string>, number, string]>([
    ['a wrong secret', { client_secret: 'wrong' }, {}, 401, 'invalid_client'],
    ['an unknown client', { client_id: 'nobody' }, {}, 401, 'invalid_client'],
    ['a missing secret', { client_secret: '' }, {}, 400, 'invalid_request'],
    ['an unknown grant', { grant_type: 'password' }, {}, 400, 'unsupported_grant_type'],
    ['another content type', {}, { 'content-type': 'application/json' }, 400, 'invalid_request'],
  ])('are refused to %s', async (_case, form, headers, status, error) => {
    const usual = { grant_type: 'client_credentials', client_id: 'demo-client', client_secret: 'demo-key-helloasso' };
    expect(await visitor.askToken({ ...usual, ...form }, headers)).toMatchObject({ status, body: { error } });
  });

  it('are refreshed once: both are replaced', async () => {
    const { body: first } = await visitor.askClientToken();
    const form = { grant_type: 'refresh_token', refresh_token: String(first.refresh_token) };
    const { status, body: second } = await visitor.askToken({ ...form, client_id: 'demo-client' });
    expect([status, second.access_token === first.access_token]).toEqual([200, false]);
    expect((await visitor.get('/users/me/organizations', second.access_token)).status).toBe(200);
    expect((await visitor.get('/users/me/organizations', first.access_token)).status).toBe(401);
    expect(await visitor.askToken(form)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
    const other = { grant_type: 'refresh_token', refresh_token: String(second.refresh_token), client_id: 'client-1' };
    expect(await visitor.askToken(other)).toMatchObject({ status: 400, body: { error: 'invalid_grant' } });
  });

  it('are rationed: 10 in ten seconds, 20 in ten minutes, 50 an hour, each client apart, and nothing else is', async () => {
    const askMany = async (count: number) => {
      const statuses = [];
      for (let index = 0; index < count; index += 1)
        statuses.push((await visitor.askClientToken('client-7', 'key-7')).status);
      return statuses.filter((status) => status === 200).length;
    };
    const later = (seconds: number) => (now = new Date(now.getTime() + seconds * 1000));
    expect(await askMany(11)).toBe(10);
    expect((await visitor.askClientToken()).status).toBe(200);
    later(11);
    expect(await askMany(11)).toBe(10);
    later(11);
    expect(await askMany(1)).toBe(0);
    later(600);
    expect(await askMany(10)).toBe(10);
    later(11);
    expect(await askMany(11)).toBe(10);
    later(601);
    expect(await askMany(11)).toBe(10);
    later(11);
    expect(await askMany(1)).toBe(0);
    const ask = await visitor.openAs();
    for (let index = 0; index < 60; index += 1) expect((await ask('/users/me/organizations')).status).toBe(200);
  });
});
