import 'server-only';

/** One message, rendered. Attachments are the bytes that were frozen, never rendered again. */
export type Mail = {
  readonly to: string;
  readonly replyTo?: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly attachments?: readonly {
    readonly filename: string;
    readonly contentType: string;
    readonly bytes: Uint8Array;
  }[];
  /** Stable over retries, so that a mailbox shows one message: `<submission-id.step@domain>`. */
  readonly messageId: string;
  /** Where a mail program posts to stop this kind of mail at once (RFC 8058); for what a person may turn off. */
  readonly unsubscribeHref?: string;
};

/**
 * How a sending ended. `not-sent`: surely not accepted by any server, may be tried again; `refused`: the server said no
 * for good (unknown recipient, message too large); `unknown`: the connection was lost after the bytes may have been accepted.
 */
export type MailOutcome =
  | { readonly kind: 'sent'; readonly transport: 'primary' | 'fallback'; readonly response: string }
  | { readonly kind: 'caught' }
  | { readonly kind: 'not-sent'; readonly reason: string }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

export type Mailer = {
  /** `beforeData` runs (and must end) once a server is ready to take the message, before any byte of it leaves. */
  send(mail: Mail, options?: { beforeData?: () => Promise<void> }): Promise<MailOutcome>;
};
