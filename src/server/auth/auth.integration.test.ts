import { beforeEach, describe, expect, it } from '@jest/globals';
import { termsVersion } from '@/domain/terms';
import { givenTestDatabase } from '@/testing/given-test-database';
import { auth } from './auth';
import { handleAuth } from './handle-auth';
import { readSession } from './read-session';

const PASSWORD = 'Phare-Ouessant-29';
const person = {
  email: 'nolwenn@phare.test',
  password: PASSWORD,
  firstname: 'Nolwenn',
  lastname: 'Cadiou',
  termsVersion,
};

async function post(path: string, values: object, headers: Record<string, string> = {}) {
  const response = await handleAuth(
    new Request(`http://localhost:3000/api/auth${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: 'http://localhost:3000', ...headers },
      body: JSON.stringify(values),
    }),
  );
  const text = await response.text();
  const body = text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : null;
  const cookie = (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '';
  return { status: response.status, body, cookie };
}

describe('accounts', () => {
  const test = givenTestDatabase();
  beforeEach(async () => {
    await test.db.$executeRaw`TRUNCATE "User", "Verification", "RateLimit", "RequestCount" CASCADE`;
    await test.db.$executeRaw`DELETE FROM pgboss.job`;
  });

  const mails = async () =>
    (
      await test.db.$queryRaw<{ mail: string; email: string }[]>`
        SELECT data->'payload'->>'mail' AS mail, data->'payload'->>'email' AS email
        FROM pgboss.job WHERE name = 'send-account-mail' ORDER BY created_on`
    ).map(({ mail, email }) => `${mail} ${email}`);
  const confirm = (email = person.email) => test.db.user.update({ where: { email }, data: { emailVerified: true } });
  const userBehind = (cookie: string) => readSession(test.db, new Headers({ cookie }));
  async function signIn(values: object = {}) {
    return post('/sign-in/email', { email: person.email, password: PASSWORD, ...values });
  }

  it('makes an account with normalised e-mail, names and the terms accepted, and asks for its confirmation mail', async () => {
    const { status, cookie } = await post('/sign-up/email', { ...person, email: ' Nolwenn@PHARE.test ' });
    expect({ status, cookie }).toEqual({ status: 200, cookie: '' });
    const { id, createdAt, updatedAt, termsAcceptedAt, ...user } = await test.db.user.findFirstOrThrow();
    expect(user).toEqual({
      email: 'nolwenn@phare.test',
      emailVerified: false,
      name: 'Nolwenn Cadiou',
      firstname: 'Nolwenn',
      lastname: 'Cadiou',
      image: null,
      termsVersion,
      role: 'user',
      banned: false,
      banReason: null,
      banExpires: null,
    });
    expect([createdAt, updatedAt, termsAcceptedAt].every((date) => date instanceof Date)).toBe(true);
    expect(await mails()).toEqual(['confirmation nolwenn@phare.test']);
    expect(await test.db.auditEvent.count({ where: { action: 'user.signed-up', subject: id } })).toBe(1);
  });

  it('answers a known address as an unknown one, and tells its owner by mail', async () => {
    const first = await post('/sign-up/email', person);
    const second = await post('/sign-up/email', { ...person, firstname: 'Autre' });
    expect(first).toEqual({ status: 200, body: { status: true }, cookie: '' });
    expect(second).toEqual(first);
    expect(await test.db.user.count()).toBe(1);
    expect(await mails()).toEqual(['confirmation nolwenn@phare.test', 'already-registered nolwenn@phare.test']);
  });

  it('takes the same time for a known and an unknown address at sign-up', async () => {
    const time = async (email: string) => {
      const startedAt = performance.now();
      await post('/sign-up/email', { ...person, email });
      return performance.now() - startedAt;
    };
    await post('/sign-up/email', person);
    // The quickest of three of each: a busy machine makes one of them slow, whoever it is for.
    const all = { known: [] as number[], unknown: [] as number[] };
    for (const other of ['one@phare.test', 'two@phare.test', 'three@phare.test']) {
      all.known.push(await time(person.email));
      all.unknown.push(await time(other));
    }
    const [known, unknown] = [Math.min(...all.known), Math.min(...all.unknown)];
    expect(Math.abs(known - unknown)).toBeLessThan(300);
    expect(Math.min(known, unknown)).toBeGreaterThan(590);
  });

  it.each([
    ['/request-password-reset', 'reset-password'],
    ['/send-verification-email', 'confirmation'],
  ])('answers %s alike for a known and an unknown address, with the same work', async (path, mail) => {
    await post('/sign-up/email', person);
    await test.db.$executeRaw`DELETE FROM pgboss.job`;
    const known = await post(path, { email: person.email });
    const unknown = await post(path, { email: 'Nobody@phare.test' });
    expect(known).toEqual({ status: 200, body: { status: true }, cookie: '' });
    expect(unknown).toEqual(known);
    // One job each: whether the address is known is looked up by the worker.
    expect(await mails()).toEqual([`${mail} nolwenn@phare.test`, `${mail} nobody@phare.test`]);
    expect(await test.db.verification.count()).toBe(0);
  });

  it.each([
    ['a weak password', { password: 'court' }, 'WEAK_PASSWORD'],
    ['no password', { password: undefined }, 'WEAK_PASSWORD'],
    ['no name', { lastname: ' ' }, 'NAME_REQUIRED'],
    ['no e-mail', { email: 'nolwenn' }, 'INVALID_EMAIL'],
    ['other terms', { termsVersion: '2020-01-01' }, 'TERMS_NOT_ACCEPTED'],
    ['no terms', { termsVersion: undefined }, 'TERMS_NOT_ACCEPTED'],
  ])('refuses a sign-up with %s', async (_name, values, code) => {
    expect(await post('/sign-up/email', { ...person, ...values })).toMatchObject({ status: 400, body: { code } });
    expect(await test.db.user.count()).toBe(0);
  });

  it('never lets a sign-up choose its role', async () => {
    for (const values of [{ role: 'admin' }, { emailVerified: true }, { id: 'mine' }, { banned: false }]) {
      await post('/sign-up/email', { ...person, ...values });
    }
    const users = await test.db.user.findMany({ select: { id: true, role: true, emailVerified: true } });
    expect(users.filter(({ id, role, emailVerified }) => role !== 'user' || emailVerified || id === 'mine')).toEqual(
      [],
    );
  });

  it('lets in a confirmed person with the right password only', async () => {
    await post('/sign-up/email', person);
    expect(await signIn()).toMatchObject({ status: 403, body: { code: 'EMAIL_NOT_VERIFIED' }, cookie: '' });
    await confirm();
    expect(await signIn({ password: 'Phare-Ouessant-30' })).toMatchObject({
      status: 401,
      body: { code: 'INVALID_EMAIL_OR_PASSWORD' },
    });
    expect(await signIn({ email: 'nobody@phare.test' })).toMatchObject({
      status: 401,
      body: { code: 'INVALID_EMAIL_OR_PASSWORD' },
    });
    const { status, cookie } = await signIn({ email: ' NOLWENN@phare.test' });
    expect(status).toBe(200);
    expect(await userBehind(cookie)).toEqual({
      id: expect.any(String),
      email: 'nolwenn@phare.test',
      firstname: 'Nolwenn',
      lastname: 'Cadiou',
      isAdmin: false,
    });
  });

  it('believes no cookie that it did not sign', async () => {
    await post('/sign-up/email', person);
    await confirm();
    const { cookie } = await signIn();
    expect(await userBehind(cookie)).not.toBeNull();
    const [name = '', value = ''] = cookie.split('=');
    const token = decodeURIComponent(value).split('.')[0] ?? '';
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `x${value}`, '', '%E0%A4%A']) {
      expect(await userBehind(`${name}=${forged}`)).toBeNull();
    }
  });

  it('ends sessions at once: sign-out, ban, expiry', async () => {
    await post('/sign-up/email', person);
    await confirm();
    const first = await signIn();
    expect(await post('/sign-out', {}, { cookie: first.cookie })).toMatchObject({ status: 200 });
    expect(await userBehind(first.cookie)).toBeNull();

    const second = await signIn();
    await test.db.user.update({ where: { email: person.email }, data: { banned: true } });
    expect(await userBehind(second.cookie)).toBeNull();
    expect(await signIn()).toMatchObject({ status: 403, body: { code: 'BANNED_USER' } });
    await test.db.user.update({ where: { email: person.email }, data: { banned: false } });

    const third = await signIn();
    await test.db.session.updateMany({ data: { expiresAt: new Date(0) } });
    expect(await userBehind(third.cookie)).toBeNull();
  });

  it('counts failed and successful sign-ins per e-mail, then asks to wait', async () => {
    await post('/sign-up/email', person);
    for (let attempt = 0; attempt < 10; attempt += 1) {
      expect((await signIn({ password: 'Mauvais-mot-de-passe-1' })).status).toBe(401);
    }
    expect(await signIn()).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_REQUESTS', retryAfterSeconds: expect.any(Number) },
    });
  });

  it('writes an unexpected failure in the log, and answers with nothing of it', async () => {
    await test.db.$executeRaw`ALTER TABLE "User" RENAME TO "Moved"`;
    try {
      expect(await signIn()).toEqual({ status: 500, body: { code: 'INTERNAL', message: 'INTERNAL' }, cookie: '' });
    } finally {
      await test.db.$executeRaw`ALTER TABLE "Moved" RENAME TO "User"`;
    }
  });

  it('refuses a request that comes from another site', async () => {
    await post('/sign-up/email', person);
    await confirm();
    const { cookie } = await signIn();
    expect((await post('/sign-out', {}, { cookie, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(await userBehind(cookie)).not.toBeNull();
  });

  it('has none of the paths that no screen uses', async () => {
    expect((await post('/update-user', { name: 'x' })).status).toBe(404);
    expect((await post('/sign-in/social', { provider: 'x' })).status).toBe(404);
  });

  it('knows that it is the only Better Auth of the process', () => {
    expect(auth()).toBe(auth());
  });
});
