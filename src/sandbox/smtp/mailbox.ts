type StoredAttachment = { readonly filename: string; readonly contentType: string; readonly content: Buffer };

export type StoredMessage = {
  readonly id: string;
  /** Which of the two servers took it. */
  readonly transport: 'primary' | 'fallback';
  readonly receivedAt: string;
  readonly envelope: { readonly from: string; readonly to: readonly string[] };
  readonly messageId: string;
  readonly from: string;
  readonly to: string;
  readonly replyTo: string;
  /** Headers `List-Unsubscribe` and `List-Unsubscribe-Post`, as they came; empty when there are none. */
  readonly unsubscribe: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly StoredAttachment[];
};

export type Mailbox = {
  add(message: Omit<StoredMessage, 'id'>): StoredMessage;
  /** Newest first; only those whose envelope holds this recipient (a part of the address is enough). */
  list(recipient?: string): readonly StoredMessage[];
  find(id: string): StoredMessage | null;
  clear(): void;
};

/** What the two mail servers took, in memory. */
export function createMailbox(): Mailbox {
  let messages: readonly StoredMessage[] = [];
  let count = 0;
  return {
    add(message) {
      count += 1;
      const stored = { ...message, id: String(count) };
      messages = [stored, ...messages];
      return stored;
    },
    list: (recipient = '') =>
      messages.filter(({ envelope }) =>
        envelope.to.some((address) => address.toLowerCase().includes(recipient.toLowerCase())),
      ),
    find: (id) => messages.find((message) => message.id === id) ?? null,
    clear() {
      messages = [];
    },
  };
}
