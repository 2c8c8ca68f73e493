import { type Mail, type Mailer, type MailOutcome } from '@/server/mailer/mail';

export type ScriptedMailer = Mailer & {
  /** What a server took. */
  readonly taken: Mail[];
  /** Outcomes of the next sendings; `sent` when there is none left. */
  readonly script: MailOutcome['kind'][];
};

/** A mailer whose outcomes a test writes, for what SMTP servers cannot be made to do on demand. */
export function createScriptedMailer(): ScriptedMailer {
  const taken: Mail[] = [];
  const script: MailOutcome['kind'][] = [];
  return {
    taken,
    script,
    async send(mail, options) {
      const kind = script.shift() ?? 'sent';
      if (kind === 'not-sent') return { kind, reason: 'ECONNREFUSED' };
      await options?.beforeData?.();
      if (kind === 'refused') return { kind, reason: '550 unknown recipient' };
      taken.push(mail);
      if (kind === 'unknown') return { kind, reason: 'connection lost' };
      return { kind: 'sent', transport: 'primary', response: '250 OK' };
    },
  };
}
