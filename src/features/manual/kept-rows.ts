import type { RowField, RowTexts } from './typed-row';

/** What of `sessionStorage` is used. It may be full, closed or absent: keeping is then given up, typing is not. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Fields typed and not saved yet, by performance; what was not typed goes on showing what is saved. */
export type RowEdits = ReadonlyMap<string, Partial<RowTexts>>;
export type KeptState = {
  readonly edits: RowEdits;
  /** Performances whose edits come from an earlier visit, until they are saved or given up. */
  readonly restored: ReadonlySet<string>;
};

const nothing: KeptState = { edits: new Map(), restored: new Set() };
const fields: Readonly<Record<RowField, true>> = {
  day: true,
  time: true,
  paidTickets: true,
  freeTickets: true,
  including: true,
  rate: true,
  excluding: true,
};

/** What one person typed on one show, held by the browser tab until the server has it: a link of the page loses none of it. */
export class KeptRows {
  readonly #key: string;
  readonly #listeners = new Set<() => void>();
  #state: KeptState;

  constructor(
    private readonly storage: Storage | null,
    owner: { readonly userId: string; readonly seriesId: string },
  ) {
    this.#key = `manual:${owner.userId}:${owner.seriesId}`;
    const edits = readEdits(this.#load());
    this.#state = { edits, restored: new Set(edits.keys()) };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): KeptState => this.#state;
  /** The server's HTML holds nothing of what a browser keeps. */
  readonly getServerState = (): KeptState => nothing;

  edit(id: string, change: Partial<RowTexts>): void {
    const { edits, restored } = this.#state;
    this.#set({ edits: new Map(edits).set(id, { ...edits.get(id), ...change }), restored });
  }

  /** Forgets what the server took, and only that: a field typed again since it was sent is still to be saved. */
  forget(sent: RowEdits): void {
    const left = [...this.#state.edits].map(([id, edit]) => {
      const texts = Object.entries(edit).filter(([field, text]) => sent.get(id)?.[field as RowField] !== text);
      return [id, Object.fromEntries(texts)] as const;
    });
    this.#set({
      edits: new Map(left.filter(([, edit]) => Object.keys(edit).length > 0)),
      restored: nothing.restored,
    });
  }

  giveUp(): void {
    this.#set(nothing);
  }

  #set(state: KeptState): void {
    this.#state = state;
    try {
      if (state.edits.size === 0) this.storage?.removeItem(this.#key);
      else this.storage?.setItem(this.#key, JSON.stringify(Object.fromEntries(state.edits)));
    } catch {
      // Typing goes on without it; the browser still asks before the page closes.
    }
    for (const listener of this.#listeners) listener();
  }

  #load(): string | null {
    try {
      return this.storage?.getItem(this.#key) ?? null;
    } catch {
      return null;
    }
  }
}

/** Fields and texts of a kept text; what is not is left out. */
function readEdits(text: string | null): RowEdits {
  try {
    const rows: unknown = JSON.parse(text ?? '{}');
    return new Map(
      Object.entries(rows ?? {}).flatMap(([id, edit]: [string, unknown]) => {
        const texts = Object.entries(edit ?? {}).filter(
          ([field, value]) => field in fields && typeof value === 'string',
        );
        return texts.length > 0 ? [[id, Object.fromEntries(texts)] as const] : [];
      }),
    );
  } catch {
    return nothing.edits;
  }
}
