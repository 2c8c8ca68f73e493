import 'server-only';
import MailComposer from 'nodemailer/lib/mail-composer';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { deliverBySmtp, type SmtpTransport } from './deliver-by-smtp';
import { type Mail, type Mailer, type MailOutcome } from './mail';

export type MailerOptions = {
  readonly primary: SmtpTransport;
  readonly fallback: SmtpTransport | null;
  readonly fromDomain: string;
  /** Lower case. */
  readonly caughtDomains: readonly string[];
};

const SENDER_NAME = 'Assistant déclaration';

/**
 * Sends by the first server, and by the second when the first surely did not take the message. An outcome that is not
 * known is never tried elsewhere: the message may be on its way.
 */
export function createMailer({ primary, fallback, fromDomain, caughtDomains }: MailerOptions): Mailer {
  const from = `noreply@${fromDomain}`;
  return {
    async send(mail, options = {}): Promise<MailOutcome> {
      if (caughtDomains.includes(domainOf(mail.to))) return { kind: 'caught' };
      const message = { from, to: mail.to, raw: await compose(mail, from) };
      const beforeData = once(options.beforeData ?? (async () => undefined));
      const first = await deliverBySmtp(primary, message, beforeData);
      if (first.kind === 'sent') return { ...first, transport: 'primary' };
      logger().warn({ transport: 'primary', outcome: first.kind, reason: first.reason }, 'mail not sent');
      if (first.kind !== 'not-sent' || fallback === null) return first;
      const second = await deliverBySmtp(fallback, message, beforeData);
      if (second.kind === 'sent') return { ...second, transport: 'fallback' };
      logger().warn({ transport: 'fallback', outcome: second.kind, reason: second.reason }, 'mail not sent');
      return second;
    },
  };
}

/** The mailer of the environment. */
export function mailer(): Mailer {
  const { SMTP_PRIMARY_URL, SMTP_FALLBACK_URL, MAIL_FROM_DOMAIN, MAIL_CAUGHT_DOMAINS, ALLOW_PRIVATE_NETWORK } = env();
  const requireTls = !ALLOW_PRIVATE_NETWORK;
  return createMailer({
    primary: { url: SMTP_PRIMARY_URL, requireTls },
    fallback: SMTP_FALLBACK_URL === undefined ? null : { url: SMTP_FALLBACK_URL, requireTls },
    fromDomain: MAIL_FROM_DOMAIN,
    caughtDomains: MAIL_CAUGHT_DOMAINS,
  });
}

function compose(mail: Mail, from: string): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: SENDER_NAME, address: from },
    to: { name: '', address: mail.to },
    ...(mail.replyTo === undefined ? {} : { replyTo: { name: '', address: mail.replyTo } }),
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: mail.messageId,
    headers: {
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
      ...(mail.unsubscribeHref !== undefined && {
        'List-Unsubscribe': `<${mail.unsubscribeHref}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    attachments: (mail.attachments ?? []).map(({ filename, contentType, bytes }) => ({
      filename,
      contentType,
      content: Buffer.from(bytes),
    })),
    // What we attach is bytes we hold: no file or address is ever read for it.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}

/** The second server must not announce again what the first had announced before it said no. */
function once(run: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= run());
}
