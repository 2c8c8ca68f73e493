import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport, type SendMailOptions } from 'nodemailer';
import { startSandbox, type Sandbox } from '../start-sandbox';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ now: () => new Date('2026-11-20T10:00:00.000Z') });
});
beforeEach(async () => {
  await fetch(`${sandbox.url}/control`, { method: 'DELETE' });
  await fetch(`${sandbox.url}/inbox/messages`, { method: 'DELETE' });
});
afterAll(() => sandbox.stop());

const mail: SendMailOptions = {
  from: 'Assistant <noreply@assistant.test>',
  to: 'nolwenn@phare-ouessant.test',
  replyTo: 'Nolwenn <nolwenn@phare-ouessant.test>',
  subject: 'Votre déclaration <reçue> 🎭',
  text: 'Bonjour,\nvoici votre reçu.',
  html: '<html><head></head><body><p>Bonjour</p><a href="https://app.test/recu?a=1&amp;b=2">Ouvrir</a></body></html>',
  attachments: [
    { filename: 'Déclaration SACEM.pdf', content: Buffer.from('%PDF-1.7 essai'), contentType: 'application/pdf' },
  ],
};

function send(transport: 'PRIMARY' | 'FALLBACK' = 'PRIMARY', changes: SendMailOptions = {}) {
  const url = sandbox.environment[`SMTP_${transport}_URL`] ?? '';
  return createTransport({ url, connectionTimeout: 2000, greetingTimeout: 2000, socketTimeout: 2000 }).sendMail({
    ...mail,
    ...changes,
  });
}

async function read(path: string): Promise<{ readonly status: number; readonly type: string; readonly body: string }> {
  const response = await fetch(`${sandbox.url}${path}`);
  return { status: response.status, type: response.headers.get('content-type') ?? '', body: await response.text() };
}

describe('The mail catcher', () => {
  it('keeps the whole message, whichever server took it', async () => {
    await send('FALLBACK');
    const [message] = sandbox.messages();
    expect(message).toMatchObject({
      transport: 'fallback',
      receivedAt: '2026-11-20T10:00:00.000Z',
      envelope: { from: 'noreply@assistant.test', to: ['nolwenn@phare-ouessant.test'] },
      replyTo: '"Nolwenn" <nolwenn@phare-ouessant.test>',
      subject: 'Votre déclaration <reçue> 🎭',
      text: 'Bonjour,\nvoici votre reçu.',
    });
    expect(message?.attachments).toEqual([
      { filename: 'Déclaration SACEM.pdf', contentType: 'application/pdf', content: Buffer.from('%PDF-1.7 essai') },
    ]);
  });

  it('lists messages for programs, by recipient, with the links they hold', async () => {
    await send();
    await send('PRIMARY', { to: 'agence@organisme.example' });
    const messages = JSON.parse((await read('/inbox/messages?to=phare-ouessant')).body);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      links: ['https://app.test/recu?a=1&b=2'],
      attachments: [{ filename: 'Déclaration SACEM.pdf', bytes: 14 }],
    });
    const attachment = await read(messages[0].attachments[0].path);
    expect([attachment.type, attachment.body]).toEqual(['application/pdf', '%PDF-1.7 essai']);
  });

  it('shows an inbox in French, with nothing of a message taken for HTML of the page', async () => {
    expect((await read('/inbox')).body).toContain('Aucun message pour le moment.');
    await send();
    const list = await read('/inbox');
    const id = sandbox.messages()[0]?.id ?? '';
    expect(list.body).toContain(`<a href="/inbox/${id}">Votre déclaration &lt;reçue&gt; 🎭</a>`);
    const page = await read(`/inbox/${id}`);
    expect(page.body).toContain('<th scope="row">Par</th><td>le serveur principal</td>');
    expect(page.body).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
    expect((await read(`/inbox/${id}/html`)).body).toContain('<head><base target="_blank"></head>');
    expect((await read('/inbox/999')).status).toBe(404);
    expect((await read(`/inbox/${id}/attachments/7`)).status).toBe(404);
  });
});

describe('The troubles of mail', () => {
  it.each<readonly [string, Record<string, unknown>]>([
    ['refuse', { responseCode: 421 }],
    ['reject-recipient', { responseCode: 550 }],
    ['cut', {}],
    ['drop-after-data', {}],
  ])('«\u00a0%s\u00a0» fails the sending on one server and not on the other', async (mode, failure) => {
    sandbox.setTrouble('smtp-primary', { mode });
    await expect(send()).rejects.toMatchObject(failure);
    await expect(send('FALLBACK')).resolves.toBeDefined();
  });

  it('has received the message when it drops the connection after it', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'drop-after-data', times: 1 });
    await expect(send()).rejects.toThrow();
    expect(sandbox.messages()).toHaveLength(1);
    await send();
    expect(sandbox.messages()).toHaveLength(2);
  });

  it('may concern one recipient only', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'refuse', only: 'agence@' });
    await send();
    await expect(send('PRIMARY', { to: 'agence@organisme.example' })).rejects.toMatchObject({ responseCode: 421 });
  });

  it('answers late when slow', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'slow', delayMilliseconds: 30 });
    await expect(send()).resolves.toBeDefined();
  });

  it('confirms late what it has received when slow after it', async () => {
    sandbox.setTrouble('smtp-primary', { mode: 'slow-after-data', delayMilliseconds: 30 });
    await expect(send()).resolves.toBeDefined();
    expect(sandbox.messages()).toHaveLength(1);
  });

  it('counts connections and messages', async () => {
    await send();
    expect(sandbox.counts('smtp-primary').byPath).toEqual({ 'CONNECT /': 1, 'DATA /messages': 1 });
  });
});
