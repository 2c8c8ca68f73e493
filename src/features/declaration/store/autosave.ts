import type { DraftPatch } from '@/domain/declaration/draft';
import type { DraftStore } from './draft-store';
import { readField } from './field-path';
import type { KeptEdits } from './kept-edits';
import { toPatch } from './patch';
import type { StoredVersion } from './store-types';

/** The server, as autosave needs it. Failures are rejections that `toCode` names; `offline` when no answer came. */
export type Gateway = {
  readonly save: (input: { version: number; patch: DraftPatch }) => Promise<{ version: number; savedAt: string }>;
  readonly refetch: () => Promise<StoredVersion>;
  readonly toCode: (error: unknown) => string;
};

/** Runs an action later; the function returned cancels it. */
export type Schedule = (action: () => void, delayMs: number) => () => void;

const typingPauseMs = 800;
const firstRetryMs = 2_000;
const lastRetryMs = 30_000;
/** Two people typing at once settle in one or two rounds; more means that something else is wrong. */
const maxRounds = 5;

/** Trying again can help: no answer came, or the server was in trouble. */
const passingCodes: ReadonlySet<string> = new Set(['offline', 'internal', 'too-many-requests']);

/** Moves the edits of a store to the server by itself: after a pause in typing, one save at a time, never losing one. */
export class Autosave {
  #saving: Promise<void> | null = null;
  #cancelTimer: (() => void) | null = null;
  #retryMs = firstRetryMs;
  #isRetrying = false;
  #savedAt: string;
  #stop: (() => void) | null = null;

  constructor(
    private readonly store: DraftStore,
    private readonly gateway: Gateway,
    private readonly kept: KeptEdits,
    private readonly schedule: Schedule,
  ) {
    const status = store.getStatus();
    this.#savedAt = status.kind === 'saved' ? status.at : new Date(0).toISOString();
  }

  /** Listens to the store and sends what an earlier visit left behind. Returns the function that stops it. */
  start(): () => void {
    const unsubscribe = this.store.subscribe('draft', () => this.#onEdit());
    this.#stop = () => {
      unsubscribe();
      this.#cancelTimer?.();
      this.#cancelTimer = null;
    };
    void this.kept.restore(this.store);
    return this.#stop;
  }

  /** Sends what is pending now. Resolves when the server answered or could not be reached. */
  async flush(): Promise<void> {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
    if (this.#saving) await this.#saving;
    if (this.store.listSendable().length === 0) return;
    this.#saving ??= this.#save(0).finally(() => {
      this.#saving = null;
    });
    await this.#saving;
  }

  /** Somebody saved version `version`: ours is ignored, another one is fetched and comes under the edits. */
  async notice({ version, by }: { version: number; by: string | null }): Promise<void> {
    if (this.#saving) await this.#saving;
    if (version <= this.store.version) {
      if (by !== null) this.store.attribute(version, by);
      return;
    }
    try {
      this.store.rebase(await this.gateway.refetch(), by);
    } catch {
      // The next save or notice will find out: nothing is lost meanwhile.
    }
  }

  #onEdit(): void {
    const isKept = this.kept.keep(this.store);
    const status = this.store.getStatus();
    if ('isKept' in status) this.store.setStatus({ ...status, isKept });
    if (this.store.listSendable().length === 0) {
      if (!this.#saving && !this.store.isPending()) this.#settle();
      return;
    }
    if (this.#isRetrying) return;
    this.store.setStatus({ kind: 'waiting' });
    this.#plan(typingPauseMs);
  }

  #plan(delayMs: number): void {
    this.#cancelTimer?.();
    this.#cancelTimer = this.schedule(() => void this.flush(), delayMs);
  }

  async #save(round: number): Promise<void> {
    const paths = this.store.listSendable();
    const draft = this.store.getDraft();
    const patch = toPatch(draft, paths);
    if (!patch) return;
    const sent = paths.map((path) => ({ path, value: readField(draft, path) }));
    this.store.setStatus({ kind: 'saving' });
    try {
      const { version, savedAt } = await this.gateway.save({ version: this.store.version, patch });
      this.#savedAt = savedAt;
      this.#isRetrying = false;
      this.#retryMs = firstRetryMs;
      this.store.acknowledge(sent, version, savedAt);
      this.kept.keep(this.store);
      this.#settle();
    } catch (error) {
      await this.#recover(this.gateway.toCode(error), round);
    }
  }

  async #recover(code: string, round: number): Promise<void> {
    if (code === 'stale-version' && round < maxRounds) {
      try {
        this.store.rebase(await this.gateway.refetch(), null);
      } catch (error) {
        return this.#recover(this.gateway.toCode(error), round);
      }
      this.kept.keep(this.store);
      return this.store.listSendable().length > 0 ? this.#save(round + 1) : this.#settle();
    }
    const isKept = this.kept.keep(this.store);
    this.store.setStatus(code === 'offline' ? { kind: 'offline', isKept } : { kind: 'stopped', code, isKept });
    this.#isRetrying = passingCodes.has(code);
    if (!this.#isRetrying) return;
    this.#plan(this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, lastRetryMs);
  }

  /** After a save: more was typed meanwhile, or everything is stored. */
  #settle(): void {
    if (this.store.listSendable().length > 0) {
      this.store.setStatus({ kind: 'waiting' });
      this.#plan(typingPauseMs);
    } else this.store.setStatus({ kind: 'saved', at: this.#savedAt });
  }
}
