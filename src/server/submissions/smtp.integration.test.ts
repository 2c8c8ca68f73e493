import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createMailer } from '@/server/mailer/mailer';
import { transmitDeclaration } from '@/server/declarations/transmit-declaration';
import { type Sandbox, startSandbox } from '@/sandbox/start-sandbox';
import { givenAgencies, givenShow } from '@/testing/given-show';
import { givenTestDatabase } from '@/testing/given-test-database';
import { toSha256 } from './canonical-json';
import { deliverDocuments } from './deliver-documents';
import { deliverReceipt } from './deliver-receipt';
import { deliverSacem } from './deliver-sacem';
import { getSubmission } from './get-submission';
import { processSubmission, type SubmissionTools } from './process-submission';

const database = givenTestDatabase();
let sandbox: Sandbox;
let tools: SubmissionTools;

beforeAll(async () => {
  sandbox = await startSandbox();
  await givenAgencies(database.db);
  const toTransport = (url = '') => ({ url, requireTls: false });
  const mailer = createMailer({
    primary: toTransport(sandbox.environment.SMTP_PRIMARY_URL),
    fallback: toTransport(sandbox.environment.SMTP_FALLBACK_URL),
    fromDomain: 'assistant.test',
    caughtDomains: [],
  });
  tools = {
    db: database.db,
    deliveries: {
      'sacem-mail': deliverSacem(mailer, 'assistant.test'),
      'sacd-declare': () => Promise.reject(new Error('nothing goes to SACD here')),
      'sacem-documents-mail': deliverDocuments(mailer, 'assistant.test'),
      'sacd-documents-mail': () => Promise.reject(new Error('nothing goes to SACD here')),
      'receipt-mail': deliverReceipt({ mailer, mailDomain: 'assistant.test', baseUrl: 'http://assistant.test' }),
    },
    now: () => new Date(),
  };
});
afterEach(() => {
  sandbox.clearTrouble('smtp-primary');
  sandbox.clearTrouble('smtp-fallback');
});
afterAll(() => sandbox.stop());

async function givenSubmission() {
  const show = await givenShow(database.db, { organisms: ['SACEM'] });
  const { actor, organizationId, seriesId } = show;
  const input = { organizationId, seriesId, version: 1, organisms: ['SACEM' as const], truthful: true as const };
  const { submissions } = await transmitDeclaration(actor, input);
  const id = submissions[0]?.id ?? '';
  const { signal } = new AbortController();
  return {
    id,
    actor,
    run: (jobId: string, attempt = 0) => processSubmission(tools, id, { jobId, attempt, signal }),
    view: () => getSubmission(actor, { organizationId, submissionId: id }),
    /** Sent to the agency for this submission. */
    received: () => sandbox.messages('brest@').filter(({ messageId }) => messageId.includes(id)),
  };
}

describe('a declaration to SACEM over SMTP', () => {
  it('reaches the agency with the frozen statement, and the declarant with the same', async () => {
    const submission = await givenSubmission();
    await submission.run('job-1');
    const { state, documents } = await submission.view();
    expect(state).toBe('sent');
    const [mail] = submission.received();
    const { email } = submission.actor.user;
    expect(mail).toMatchObject({ transport: 'primary', from: expect.stringContaining('noreply@assistant.test') });
    expect(mail?.replyTo).toContain(email);
    expect(mail?.attachments.map(({ content }) => toSha256(content))).toEqual([documents[0]?.sha256]);
    const [receipt] = sandbox.messages(email);
    expect(receipt?.subject).toBe('Votre déclaration SACEM est envoyée – La Nuit des gardiens');
    expect(receipt?.attachments.map(({ content }) => toSha256(content))).toEqual([documents[0]?.sha256]);
  });

  it('takes the second server when the first is down', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'refuse' });
    const submission = await givenSubmission();
    await submission.run('job-1');
    expect((await submission.view()).state).toBe('sent');
    expect(submission.received().map(({ transport }) => transport)).toEqual(['fallback']);
  });

  it('waits, visibly, when both are down, then leaves once', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'refuse' });
    sandbox.setTrouble('smtp-fallback', { mode: 'refuse' });
    const submission = await givenSubmission();
    await submission.run('job-1');
    const waiting = await submission.view();
    expect(waiting.state).toBe('sending');
    expect(waiting.steps).toMatchObject([
      { state: 'waiting', attempts: 1, errorCode: 'mail-not-sent', sendingAt: null },
    ]);
    expect(waiting.steps[0]?.nextAttemptAt).not.toBeNull();
    sandbox.clearTrouble('smtp-primary');
    await submission.run('job-2');
    expect((await submission.view()).state).toBe('sent');
    expect(submission.received()).toHaveLength(1);
  });

  it('is unknown, and never sent again by itself, when the server falls silent after the message', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'drop-after-data' });
    const submission = await givenSubmission();
    await submission.run('job-1');
    sandbox.clearTrouble('smtp-primary');
    await submission.run('job-1', 1);
    expect((await submission.view()).state).toBe('unknown');
    expect(submission.received().length).toBeLessThanOrEqual(1);
  });

  it('fails with the reason when the address is refused', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'reject-recipient', only: 'brest@' });
    const submission = await givenSubmission();
    await submission.run('job-1');
    expect(await submission.view()).toMatchObject({ state: 'failed', errorCode: 'mail-refused' });
    const [told] = sandbox.messages(submission.actor.user.email);
    expect(told?.text).toContain('a refusé l’adresse brest@delegation-sacem.test');
  });
});
