import { type Sandbox } from '@/sandbox/start-sandbox';
import { type StoredMessage } from '@/sandbox/smtp/mailbox';
import { waitUntil } from './wait-until';

/** The mail to this address whose subject says this, once it has come. */
export function waitForMail(sandbox: Sandbox, to: string, subject: RegExp): Promise<StoredMessage> {
  return waitUntil(`a mail to ${to} about ${subject.source}`, () =>
    sandbox.messages(to).find((message) => subject.test(message.subject)),
  );
}

/** The first link to the service in a mail. */
export function readLink(message: StoredMessage, url: string): string {
  const link = message.text.match(/https?:\/\/\S+/g)?.find((address) => address.startsWith(url));
  if (link === undefined) throw new Error(`no link to the service in «${message.subject}»:\n${message.text}`);
  return link.replace(/[)>\].,]+$/, '');
}
