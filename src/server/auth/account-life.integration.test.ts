import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { termsVersion } from '@/domain/terms';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';
import { jobs } from '@/server/jobs/registry';
import { startWorker, type Worker } from '@/server/jobs/start-worker';
import { givenTestDatabase } from '@/testing/given-test-database';
import { waitUntil } from '@/testing/wait-until';
import { handleAuth } from './handle-auth';
import { readSession } from './read-session';

const origin = 'http://localhost:3000';

describe('the life of an account, mails included', () => {
  const test = givenTestDatabase();
  let sandbox: Sandbox;
  let worker: Worker;
  beforeAll(async () => {
    sandbox = await startSandbox();
    Object.assign(process.env, {
      SMTP_PRIMARY_URL: sandbox.environment.SMTP_PRIMARY_URL,
      SMTP_FALLBACK_URL: sandbox.environment.SMTP_FALLBACK_URL,
    });
    worker = await startWorker(jobs.filter(({ name }) => name === 'send-account-mail'));
  });
  afterAll(async () => {
    await worker.stop();
    await sandbox.stop();
  });

  async function post(path: string, values: object, cookie = '') {
    const response = await handleAuth(
      new Request(`${origin}/api/auth${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin, cookie },
        body: JSON.stringify(values),
      }),
    );
    const { code }: { code?: string } = Object(await response.json().catch(() => ({})));
    return { status: response.status, code, cookie: (response.headers.getSetCookie()[0] ?? '').split(';')[0] ?? '' };
  }
  const follow = (link: string) => handleAuth(new Request(link));
  /** The mails of this subject that this address received, newest first, once there are as many as expected. */
  async function mails(email: string, subject: string, count = 1) {
    return waitUntil(
      () => sandbox.messages(email).filter((message) => message.subject === subject),
      (found) => found.length === count,
      20_000,
    );
  }
  const linkOf = (text: string | undefined) => /https?:\/\/\S+(?:token|verify)\S+/.exec(text ?? '')?.[0] ?? '';

  it('goes from the sign-up to a new password, by the links of its mails', async () => {
    const email = 'nolwenn@phare.test';
    const password = 'Phare-Ouessant-29';
    const person = { email, password, firstname: 'Nolwenn', lastname: 'Cadiou', termsVersion };
    await post('/sign-up/email', person);
    const [confirmation] = await mails(email, 'Confirmez votre adresse e-mail');
    const link = linkOf(confirmation?.text);

    expect((await follow(link.replace('token=', 'token=x'))).headers.get('location')).toMatch(
      /^\/connexion\?adresse=confirmee&error=/,
    );
    expect((await post('/sign-in/email', person)).code).toBe('EMAIL_NOT_VERIFIED');
    expect((await follow(link)).headers.get('location')).toBe('/connexion?adresse=confirmee');
    await mails(email, 'Bienvenue sur Assistant déclaration');
    const { cookie } = await post('/sign-in/email', person);
    expect(await readSession(test.db, new Headers({ cookie }))).toMatchObject({ email });

    await post('/sign-up/email', { ...person, password: 'Une-autre-Personne-1' });
    const [already] = await mails(email, 'Vous avez déjà un compte');
    expect(already?.text).toContain(`${origin}/connexion`);

    await post('/request-password-reset', { email });
    const [reset] = await mails(email, 'Choisissez un nouveau mot de passe');
    const token = new URL(linkOf(reset?.text)).searchParams.get('token') ?? '';
    expect(linkOf(reset?.text)).toBe(`${origin}/nouveau-mot-de-passe?token=${token}`);
    // The database alone opens nothing: it holds the hash of the token.
    expect(JSON.stringify(await test.db.verification.findMany())).not.toContain(token);
    expect((await post('/reset-password', { token, newPassword: 'court' })).code).toBe('WEAK_PASSWORD');
    const newPassword = 'Nouveau-Phare-2026';
    expect((await post('/reset-password', { token, newPassword })).status).toBe(200);
    expect(await readSession(test.db, new Headers({ cookie }))).toBeNull();
    expect((await post('/reset-password', { token, newPassword })).code).toBe('INVALID_TOKEN');
    expect((await post('/sign-in/email', person)).code).toBe('INVALID_EMAIL_OR_PASSWORD');
    await mails(email, 'Votre mot de passe a changé');
    const again = await post('/sign-in/email', { email, password: newPassword });
    expect(again.status).toBe(200);

    const other = await post('/sign-in/email', { email, password: newPassword });
    const change = { currentPassword: newPassword, newPassword: 'Encore-un-Phare-3' };
    expect((await post('/change-password', { ...change, currentPassword: 'faux' }, again.cookie)).code).toBe(
      'INVALID_PASSWORD',
    );
    const changed = await post('/change-password', change, again.cookie);
    expect(changed.status).toBe(200);
    expect(await readSession(test.db, new Headers({ cookie: other.cookie }))).toBeNull();
    expect(await readSession(test.db, new Headers({ cookie: changed.cookie }))).toMatchObject({ email });
    await mails(email, 'Votre mot de passe a changé', 2);
  }, 90_000);

  it('sends nothing to an address that has no account, nor twice what is confirmed', async () => {
    await post('/request-password-reset', { email: 'nobody@phare.test' });
    await post('/send-verification-email', { email: 'nobody@phare.test' });
    const left = () =>
      test.db.$queryRaw<unknown[]>`SELECT 1 FROM pgboss.job WHERE name = 'send-account-mail' AND state < 'completed'`;
    await waitUntil(left, (rows) => rows.length === 0, 20_000);
    expect(sandbox.messages('nobody@phare.test')).toEqual([]);
  }, 60_000);
});
