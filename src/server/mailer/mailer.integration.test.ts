import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type Socket } from 'node:net';
import { startSandbox, type Sandbox } from '@/sandbox/start-sandbox';
import { type Mail } from './mail';
import { createMailer } from './mailer';

const mail: Mail = {
  to: 'brest@delegation-sacem.test',
  replyTo: 'nolwenn@phare.test',
  subject: 'Déclaration SACEM – La Nuit des gardiens',
  html: '<p>Bonjour</p>',
  text: 'Bonjour',
  attachments: [{ filename: 'déclaration.pdf', contentType: 'application/pdf', bytes: Buffer.from('%PDF-1.7') }],
  messageId: '<submission-1.step-1@assistant.test>',
};

describe('the mailer', () => {
  let sandbox: Sandbox;
  const closed = 'smtp://127.0.0.1:1';
  beforeAll(async () => {
    process.env.LOG_LEVEL = 'silent';
    sandbox = await startSandbox();
  });
  afterAll(() => sandbox.stop());
  beforeEach(() => {
    sandbox.clearTrouble('smtp-primary');
    sandbox.clearTrouble('smtp-fallback');
  });

  const urlOf = (name: 'PRIMARY' | 'FALLBACK') => sandbox.environment[`SMTP_${name}_URL`] ?? '';
  const mailerOf = (values: { primary?: string; fallback?: string | null; caughtDomains?: string[] } = {}) =>
    createMailer({
      primary: { url: values.primary ?? urlOf('PRIMARY'), requireTls: false },
      fallback: values.fallback === null ? null : { url: values.fallback ?? urlOf('FALLBACK'), requireTls: false },
      fromDomain: 'assistant.test',
      caughtDomains: values.caughtDomains ?? [],
    });
  const received = () => sandbox.messages(mail.to).length;

  it('gives the whole message to the primary server', async () => {
    expect(await mailerOf().send(mail)).toMatchObject({ kind: 'sent', transport: 'primary' });
    expect(sandbox.messages(mail.to)[0]).toMatchObject({
      transport: 'primary',
      envelope: { from: 'noreply@assistant.test', to: [mail.to] },
      messageId: mail.messageId,
      from: expect.stringContaining('noreply@assistant.test'),
      replyTo: expect.stringContaining('nolwenn@phare.test'),
      subject: mail.subject,
      text: expect.stringContaining('Bonjour'),
      attachments: [{ filename: 'déclaration.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7') }],
    });
  });

  it('tells mail programs where to stop a kind of mail at once, and only for those', async () => {
    const unsubscribeHref = `https://assistant.test/api/unsubscribe/${'a'.repeat(70)}.${'b'.repeat(43)}`;
    await mailerOf().send({ ...mail, unsubscribeHref });
    const lines = sandbox.messages(mail.to)[0]?.unsubscribe.map((line) => line.replace(/\s+/g, ' '));
    expect(lines?.toSorted()).toEqual([
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
      `List-Unsubscribe: <${unsubscribeHref}>`,
    ]);
    await mailerOf().send(mail);
    expect(sandbox.messages(mail.to)[0]?.unsubscribe).toEqual([]);
  });

  it.each([
    ['refuses the connection', 'refuse'],
    ['cuts the connection', 'cut'],
  ])('turns to the fallback when the primary %s', async (_name, mode) => {
    sandbox.setTrouble('smtp-primary', { mode });
    expect(await mailerOf().send(mail)).toMatchObject({ kind: 'sent', transport: 'fallback' });
  });

  it('turns to the fallback when nobody listens, and says not sent when it has none', async () => {
    expect(await mailerOf({ primary: closed }).send(mail)).toMatchObject({ kind: 'sent', transport: 'fallback' });
    expect(await mailerOf({ primary: closed, fallback: null }).send(mail)).toMatchObject({ kind: 'not-sent' });
    expect(await mailerOf({ primary: closed, fallback: closed }).send(mail)).toMatchObject({ kind: 'not-sent' });
  });

  it('takes the refusal of a recipient for an answer, and asks nobody else', async () => {
    const before = received();
    sandbox.setTrouble('smtp-primary', { mode: 'reject-recipient' });
    expect(await mailerOf().send(mail)).toEqual({ kind: 'refused', reason: expect.stringContaining('No such user') });
    expect(received()).toBe(before);
  });

  it('does not know when the server fell silent after the message, and never sends it again elsewhere', async () => {
    const before = received();
    sandbox.setTrouble('smtp-primary', { mode: 'drop-after-data' });
    expect(await mailerOf().send(mail)).toMatchObject({ kind: 'unknown' });
    expect(received()).toBe(before + 1);
    expect(sandbox.messages(mail.to)[0]?.transport).toBe('primary');
  });

  it('announces the departure once, before any byte leaves, even when the first server then says no', async () => {
    const steps: string[] = [];
    const beforeData = async () => void steps.push(`announced with ${received()} received`);
    const before = received();
    expect(await mailerOf().send(mail, { beforeData })).toMatchObject({ kind: 'sent' });
    expect(steps).toEqual([`announced with ${before} received`]);

    steps.length = 0;
    const refusing = await listenAndRefuseAfterData();
    expect(await mailerOf({ primary: refusing.url }).send(mail, { beforeData })).toMatchObject({
      kind: 'sent',
      transport: 'fallback',
    });
    expect(steps).toHaveLength(1);
    await refusing.close();
  });

  it('sends nothing when the departure could not be announced', async () => {
    const before = received();
    const beforeData = async () => {
      throw new Error('the database is away');
    };
    await expect(mailerOf().send(mail, { beforeData })).rejects.toThrow('the database is away');
    expect(received()).toBe(before);
  });

  it('catches what is meant for the domains of tests', async () => {
    const before = received();
    const mailer = mailerOf({ caughtDomains: ['delegation-sacem.test'] });
    expect(await mailer.send({ ...mail, to: 'brest@Delegation-SACEM.test' })).toEqual({ kind: 'caught' });
    expect(received()).toBe(before);
  });

  it('gives neither password nor message to a server without TLS, when TLS is required', async () => {
    const mailer = createMailer({
      primary: { url: urlOf('PRIMARY'), requireTls: true },
      fallback: null,
      fromDomain: 'assistant.test',
      caughtDomains: [],
    });
    const before = received();
    expect(await mailer.send(mail)).toMatchObject({ kind: 'not-sent' });
    expect(received()).toBe(before);
  });
});

/** A server that takes the message, then says "try later" (451): surely not accepted. */
async function listenAndRefuseAfterData(): Promise<{ url: string; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let inData = false;
    socket.write('220 ready\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      if (inData) {
        if (text.endsWith('\r\n.\r\n')) {
          inData = false;
          socket.write('451 try later\r\n');
        }
      } else if (text.startsWith('DATA')) {
        inData = true;
        socket.write('354 go ahead\r\n');
      } else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
