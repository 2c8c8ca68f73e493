import 'server-only';
import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { maskText } from '@/server/mask-secrets';

export type SmtpTransport = {
  readonly url: string;
  /** Refuses a server that does not speak TLS: the password and the mail would be read on the way. */
  readonly requireTls: boolean;
};

/** What became of a message at one server. `refused` and `not-sent` are certain: nothing was accepted. */
export type Delivery =
  | { readonly kind: 'sent'; readonly response: string }
  | { readonly kind: 'not-sent' | 'refused' | 'unknown'; readonly reason: string };

const CONNECT_MILLISECONDS = 10_000;
const SILENCE_MILLISECONDS = 60_000;

type SmtpError = Error & { readonly responseCode?: number | false; readonly command?: string };

/**
 * Gives one message to one server and says precisely what became of it. `beforeData` runs when the server has accepted
 * the recipient and waits for the message: until it has ended, no byte of the message leaves; from then on, only an
 * answer of the server tells whether the message was taken. Rejects only when `beforeData` does.
 */
export async function deliverBySmtp(
  { url, requireTls }: SmtpTransport,
  message: { readonly from: string; readonly to: string; readonly raw: Buffer },
  beforeData: () => Promise<void>,
): Promise<Delivery> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const connection = new SMTPConnection({
    host: hostname,
    port: Number(port) || (protocol === 'smtps:' ? 465 : 587),
    secure: protocol === 'smtps:',
    requireTLS: requireTls,
    connectionTimeout: CONNECT_MILLISECONDS,
    greetingTimeout: CONNECT_MILLISECONDS,
    socketTimeout: SILENCE_MILLISECONDS,
  });
  const progress: { bytesMayHaveLeft: boolean; failure: { readonly error: unknown } | null } = {
    bytesMayHaveLeft: false,
    failure: null,
  };
  // Read by the connection only after the server's "go ahead" (354).
  const body = Readable.from(
    (async function* () {
      try {
        await beforeData();
      } catch (error) {
        progress.failure = { error };
        throw error;
      }
      progress.bytesMayHaveLeft = true;
      yield message.raw;
    })(),
  );
  try {
    const response = await new Promise<string>((resolve, reject) => {
      connection.on('error', reject);
      const send = () =>
        connection.send({ from: message.from, to: message.to, size: message.raw.length }, body, (error, info) =>
          error ? reject(error) : resolve(info.response),
        );
      connection.connect((error) => {
        if (error) return reject(error);
        if (!username) return send();
        const credentials = { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
        connection.login(credentials, (refusal) => (refusal ? reject(refusal) : send()));
      });
    });
    connection.quit();
    return { kind: 'sent', response };
  } catch (error) {
    if (progress.failure) throw progress.failure.error;
    return judge(error instanceof Error ? error : new Error('unknown failure'), progress.bytesMayHaveLeft);
  } finally {
    if (progress.failure || !connection.destroyed) connection.close();
  }
}

/** A server that answered "no" did not take the message; one that fell silent after receiving it may have. */
function judge(error: SmtpError, bytesMayHaveLeft: boolean): Delivery {
  const reason = maskText(error.message).slice(0, 500);
  const code = error.responseCode || 0;
  if (bytesMayHaveLeft && code < 400) return { kind: 'unknown', reason };
  // About this message (recipient, size, content), not about our account at this server.
  const isAboutMessage = bytesMayHaveLeft || error.command === 'RCPT TO' || code === 552;
  return { kind: code >= 500 && isAboutMessage ? 'refused' : 'not-sent', reason };
}
