import { type Socket } from 'node:net';
import { simpleParser, type AddressObject } from 'mailparser';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import { type RequestLog } from '../http/request-log';
import { type TroubleStore } from '../http/trouble';
import { type Mailbox, type StoredMessage } from './mailbox';

type Done = (error?: Error | null) => void;
export type MailServerOptions = {
  readonly transport: StoredMessage['transport'];
  readonly mailbox: Mailbox;
  readonly troubles: TroubleStore;
  readonly log: RequestLog;
  readonly now: () => Date;
};

/** Troubles met as soon as one connects; with `only`, they wait for the recipient to be known. */
const connectionModes = ['refuse', 'cut', 'slow'];
const afterDataModes = ['drop-after-data', 'slow-after-data'];
const recipientModes = [...connectionModes, 'reject-recipient'];

/** A mail server on the loopback: any user and password, no TLS, every message kept. Troubles under `smtp-{transport}`. */
export function createMailServer({ transport, mailbox, troubles, log, now }: MailServerOptions): SMTPServer {
  const system = `smtp-${transport}`;
  const sockets = new Map<number, Socket>();

  function meetTrouble(session: SMTPServerSession, subject: string, modes: readonly string[], done: Done): void {
    const trouble = troubles.take(system, subject, '/smtp', modes);
    switch (trouble?.mode) {
      case 'refuse':
        return done(toSmtpError(421, 'Service not available'));
      case 'reject-recipient':
        return done(toSmtpError(550, 'No such user here'));
      case 'cut':
        return void sockets.get(session.remotePort)?.destroy();
      case 'slow':
        return afterPause(session, trouble.delayMilliseconds, done);
      default:
        return done();
    }
  }

  function afterPause(session: SMTPServerSession, milliseconds: number, done: Done): void {
    const timer = setTimeout(done, milliseconds);
    sockets.get(session.remotePort)?.once('close', () => clearTimeout(timer));
  }

  async function store(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<void> {
    const parsed = await simpleParser(stream);
    mailbox.add({
      transport,
      receivedAt: now().toISOString(),
      envelope: {
        from: session.envelope.mailFrom ? session.envelope.mailFrom.address : '',
        to: session.envelope.rcptTo.map(({ address }) => address),
      },
      messageId: parsed.messageId ?? '',
      from: toText(parsed.from),
      to: toText(parsed.to),
      replyTo: toText(parsed.replyTo),
      unsubscribe: parsed.headerLines.flatMap(({ key, line }) => (key.startsWith('list-unsubscribe') ? [line] : [])),
      subject: parsed.subject ?? '',
      text: parsed.text ?? '',
      html: parsed.html || '',
      attachments: parsed.attachments.map(({ filename, contentType, content }, index) => {
        return { filename: filename ?? `document-${index + 1}`, contentType, content };
      }),
    });
    log.count(system, 'DATA', '/messages');
  }

  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 100,
    logger: false,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? 'anonymous' }),
    onConnect(session, done) {
      log.count(system, 'CONNECT', '/');
      meetTrouble(session, '', connectionModes, done);
    },
    onRcptTo: (address, session, done) => meetTrouble(session, address.address, recipientModes, done),
    onData(stream, session, done) {
      const recipients = session.envelope.rcptTo.map(({ address }) => address).join(' ');
      store(stream, session).then(() => {
        const trouble = troubles.take(system, recipients, '/smtp', afterDataModes);
        if (trouble?.mode === 'drop-after-data') sockets.get(session.remotePort)?.destroy();
        else if (trouble) afterPause(session, trouble.delayMilliseconds, done);
        else done();
      }, done);
    },
  });
  server.server.on('connection', (socket: Socket) => {
    const port = socket.remotePort ?? 0;
    sockets.set(port, socket);
    socket.once('close', () => sockets.delete(port));
  });
  server.on('error', () => undefined); // A client that goes away in mid-conversation is one of the things being tried.
  return server;
}

function toSmtpError(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function toText(address: AddressObject | AddressObject[] | undefined): string {
  return [address ?? []]
    .flat()
    .map(({ text }) => text)
    .join(', ');
}
