import { applyDraftPatch } from '@/domain/declaration/apply-draft-patch';
import type { DraftPatch } from '@/domain/declaration/draft';
import type { DraftStore } from './draft-store';
import { readField } from './field-path';
import { listPatchedFields, toPatch } from './patch';

/** What of `localStorage` is used. It may be full, closed or absent: keeping is then given up, typing is not. */
export type Storage = Pick<globalThis.Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Edits that did not reach the server, with the server's values they were made on. */
type Kept = { readonly mine: DraftPatch; readonly before: DraftPatch };
export type ReadKept = (text: string) => Promise<Kept | null>;

/** Keeps the edits of one person on one show in the browser, until the server has them. */
export class KeptEdits {
  readonly #key: string;
  /** What the browser holds, as far as this page knows. */
  #last: string | null = null;

  constructor(
    private readonly storage: Storage | null,
    owner: { readonly userId: string; readonly seriesId: string },
    private readonly read: ReadKept = readKept,
  ) {
    this.#key = `declaration:${owner.userId}:${owner.seriesId}`;
  }

  /** Writes what is pending now, or forgets everything when nothing is. True when the browser holds it. */
  keep(store: DraftStore): boolean {
    const pending = store.listPending();
    const paths = pending.map(({ path }) => path);
    const mine = toPatch(store.getDraft(), paths);
    const before = toPatch(store.getBase(), paths);
    const text = mine && before ? JSON.stringify({ mine, before } satisfies Kept) : null;
    if (text === this.#last) return this.storage !== null;
    try {
      if (text === null) this.storage?.removeItem(this.#key);
      else this.storage?.setItem(this.#key, text);
      this.#last = text;
      return this.storage !== null;
    } catch {
      return false;
    }
  }

  /** Lays the edits of an earlier visit on the store. True when there were some. */
  async restore(store: DraftStore): Promise<boolean> {
    const text = this.#load();
    const kept = text === null ? null : await this.read(text);
    if (!kept) return false;
    const draft = store.getDraft();
    const [mine, before] = [applyDraftPatch(draft, kept.mine), applyDraftPatch(draft, kept.before)];
    const edits = listPatchedFields(draft, kept.mine).map((path) => ({
      path,
      value: readField(mine, path),
      base: readField(before, path),
    }));
    store.restore(edits);
    return store.isPending();
  }

  /** Remembers what it found: edits that leave nothing pending are then forgotten, not found again months later. */
  #load(): string | null {
    try {
      this.#last = this.storage?.getItem(this.#key) ?? null;
      return this.#last;
    } catch {
      return null;
    }
  }
}

/** Reads a kept text. The schemas are loaded only when there is one: they weigh on nobody's first load. */
async function readKept(text: string): Promise<Kept | null> {
  const { draftPatchSchema } = await import('@/domain/declaration/draft');
  try {
    const { mine, before }: { mine?: unknown; before?: unknown } = JSON.parse(text);
    return { mine: draftPatchSchema.parse(mine), before: draftPatchSchema.parse(before) };
  } catch {
    return null;
  }
}
