import type { Draft, DraftPerformance } from '@/domain/declaration/draft';
import type { DeclarationTotals } from '@/domain/declaration/totals';
import { computeDraftTotals, countReimported } from './figures';
import {
  type FieldPath,
  type FieldValue,
  type FieldValues,
  findPerformance,
  hasField,
  isSameValue,
  readField,
  toTarget,
  writeField,
} from './field-path';
import { leaveOutHeld } from './held-fields';
import { EditHistory } from './history';
import type { InvalidInput } from './input';
import { listChangedFields, listCorrectedPerformances, mergePaths } from './rebase';
import type { Conflict, Edit, FieldState, News, SaveStatus, StoredVersion, Topic } from './store-types';
import { Topics } from './topics';

/**
 * The draft while somebody types: the version of the server, and on top of it the edits not saved yet. Plain memory, no clock,
 * no network: `Autosave` moves edits to the server, components subscribe to the one field they show.
 */
export class DraftStore {
  #base: Draft;
  #draft: Draft;
  #version: number;
  #status: SaveStatus;
  #news: News | null = null;
  #totals: DeclarationTotals | null = null;
  /** Fields that differ from the server, with the server's value when the edit began. */
  readonly #pending = new Map<FieldPath, FieldValue>();
  readonly #invalid = new Map<FieldPath, InvalidInput>();
  readonly #conflicts = new Map<FieldPath, Conflict>();
  readonly #states = new Map<string, FieldState<FieldValue>>();
  readonly #history = new EditHistory();
  readonly #topics = new Topics<Topic>();
  #conflictList: readonly Conflict[] = [];

  constructor(
    stored: StoredVersion,
    private readonly author: string,
  ) {
    this.#base = stored.draft;
    this.#draft = stored.draft;
    this.#version = stored.version;
    this.#status = { kind: 'saved', at: stored.savedAt };
  }

  readonly subscribe = (topic: Topic, listener: () => void): (() => void) => this.#topics.subscribe(topic, listener);
  readonly getDraft = (): Draft => this.#draft;
  readonly getBase = (): Draft => this.#base;
  readonly getStatus = (): SaveStatus => this.#status;
  readonly getNews = (): News | null => this.#news;
  readonly getConflicts = (): readonly Conflict[] => this.#conflictList;
  readonly canUndo = (): boolean => this.#history.canUndo();
  readonly getTotals = (): DeclarationTotals => (this.#totals ??= computeDraftTotals(this.#draft));

  get version(): number {
    return this.#version;
  }

  /** The same object until something of this field changes. */
  getField<P extends FieldPath>(path: P): FieldState<FieldValues[P]> {
    let state = this.#states.get(path);
    if (!state) {
      state = {
        value: readField(this.#draft, path),
        invalid: this.#invalid.get(path) ?? null,
        conflict: this.#conflicts.get(path) ?? null,
      };
      this.#states.set(path, state);
    }
    return state as FieldState<FieldValues[P]>;
  }

  getPerformance(id: string): DraftPerformance | undefined {
    return findPerformance(this.#draft, id);
  }

  /** Whether a value differs from what the server holds. */
  isPending(): boolean {
    return this.#pending.size > 0;
  }

  /** Fields whose text is not a value yet: shown with their message, never sent. */
  listInvalid(): readonly FieldPath[] {
    return [...this.#invalid.keys()];
  }

  /** Fields to send now: those in conflict, or at odds with another, wait for the person. */
  listSendable(): readonly FieldPath[] {
    const settled = [...this.#pending.keys()].filter((path) => !this.#conflicts.has(path));
    return leaveOutHeld(this.#draft, settled);
  }

  /** Edits not saved yet with the server's value they were made on, to be kept in the browser. */
  listPending(): readonly (Edit & { readonly base: FieldValue })[] {
    return [...this.#pending].map(([path, base]) => ({ path, base, value: readField(this.#draft, path) }));
  }

  edit<P extends FieldPath>(path: P, value: FieldValues[P]): void {
    this.editAll([{ path, value }]);
  }

  /** Several values as one edit: undone together. Typing on in the same fields continues the same edit. */
  editAll(edits: readonly Edit[]): void {
    this.#history.record(
      edits.map(({ path }) => path),
      (path) => readField(this.#draft, path),
    );
    for (const { path, value } of edits) this.#write(path, value);
    this.#topics.flush();
  }

  /** Keeps a text that is not a value: the field shows it with its message, and its last value stays. */
  reject(path: FieldPath, invalid: InvalidInput): void {
    this.#history.record([path], (known) => readField(this.#draft, known));
    this.#invalid.set(path, invalid);
    this.#touch(path);
    this.#topics.flush();
  }

  /** The person left the field: what is typed next is another edit. */
  closeEdit(): void {
    this.#history.close();
  }

  /** Takes back the last edit and returns its fields; empty when there is none. */
  undo(): readonly FieldPath[] {
    const edits = this.#history.takeLast().filter(({ path }) => hasField(this.#draft, path));
    for (const { path, value } of edits) this.#write(path, value);
    this.#topics.mark('history');
    this.#topics.flush();
    return edits.map(({ path }) => path);
  }

  setStatus(status: SaveStatus): void {
    if (isSameValue(status, this.#status)) return;
    this.#status = status;
    this.#topics.mark('status');
    this.#topics.flush();
  }

  /** The server stored these values as `version`. What was typed since stays to be sent. */
  acknowledge(sent: readonly Edit[], version: number, savedAt: string): void {
    for (const { path, value } of sent) {
      if (!hasField(this.#base, path)) continue;
      this.#base = writeField(this.#base, path, value);
      if (isSameValue(readField(this.#draft, path), value)) this.#pending.delete(path);
      else this.#pending.set(path, value);
    }
    for (const id of listCorrectedPerformances(sent)) this.#signCorrection(id, savedAt);
    this.#version = version;
    this.#topics.flush();
  }

  /**
   * Somebody else's newer version comes under the edits: they stay on top. A field that both changed becomes a conflict; what
   * only they changed is told as news.
   */
  rebase(stored: StoredVersion, by: string | null): void {
    const before = this.#base;
    const changed = listChangedFields(before, stored.draft);
    const own = this.listPending();
    this.#base = stored.draft;
    this.#draft = stored.draft;
    this.#version = stored.version;
    for (const { path, value, base } of own) this.#layOnTop(path, value, base, by);
    const paths = changed.filter((path) => !this.#pending.has(path));
    const figures = countReimported(before, stored.draft);
    if (paths.length + figures > 0) this.#news = { by, paths: mergePaths(this.#news, by, paths), figures };
    this.#invalidateAll();
  }

  /** The name behind a version that was already fetched. */
  attribute(version: number, by: string): void {
    if (version !== this.#version || by === this.author) return;
    if (this.#news?.by === null) this.#news = { ...this.#news, by };
    for (const [path, conflict] of this.#conflicts) {
      if (conflict.by === null) this.#conflicts.set(path, { ...conflict, by });
      this.#touch(path);
    }
    this.#listConflicts();
    this.#topics.flush();
  }

  /** Lays edits kept from an earlier visit on top of the version at hand. */
  restore(kept: readonly (Edit & { readonly base: FieldValue })[]): void {
    for (const { path, value, base } of kept) {
      if (!this.#pending.has(path)) this.#layOnTop(path, value, base, null);
    }
    this.#invalidateAll();
  }

  /** The person's word on a conflict: their own value, or the other person's. */
  settleConflict(path: FieldPath, choice: 'mine' | 'theirs'): void {
    const conflict = this.#conflicts.get(path);
    if (!conflict) return;
    this.#conflicts.delete(path);
    if (choice === 'theirs') this.#write(path, conflict.theirs);
    this.#listConflicts();
    this.#touch(path);
    this.#topics.flush();
  }

  dismissNews(): void {
    this.#news = null;
    this.#topics.mark('news');
    this.#topics.flush();
  }

  #layOnTop(path: FieldPath, value: FieldValue, base: FieldValue, by: string | null): void {
    this.#pending.delete(path);
    if (!hasField(this.#base, path)) return;
    const current = readField(this.#base, path);
    if (isSameValue(current, value)) {
      this.#conflicts.delete(path);
      return;
    }
    this.#draft = writeField(this.#draft, path, value);
    this.#pending.set(path, current);
    if (!isSameValue(current, base)) this.#conflicts.set(path, { path, theirs: current, by });
  }

  #write(path: FieldPath, value: FieldValue): void {
    this.#invalid.delete(path);
    if (!isSameValue(readField(this.#draft, path), value)) this.#draft = writeField(this.#draft, path, value);
    const base = readField(this.#base, path);
    if (isSameValue(base, value)) this.#pending.delete(path);
    else if (!this.#pending.has(path)) this.#pending.set(path, base);
    if (!this.#pending.has(path) && this.#conflicts.delete(path)) this.#listConflicts();
    this.#totals = null;
    this.#touch(path);
  }

  /** A correction is signed by whoever typed it; without any correction left there is nobody to name. */
  #signCorrection(id: string, at: string): void {
    const sign = (draft: Draft): Draft => ({
      ...draft,
      performances: draft.performances.map((performance) => {
        if (performance.id !== id) return performance;
        const isCorrected = Object.values(performance.corrected).some((value) => value !== null);
        return { ...performance, correction: isCorrected ? { by: this.author, at } : null };
      }),
    });
    this.#base = sign(this.#base);
    this.#draft = sign(this.#draft);
    this.#topics.mark(`performance:${id}`);
  }

  #touch(path: FieldPath): void {
    this.#states.delete(path);
    this.#topics.mark(path);
    const target = toTarget(path);
    if ('id' in target) this.#topics.mark(`performance:${target.id}`);
    for (const topic of ['totals', 'draft', 'history'] as const) this.#topics.mark(topic);
  }

  #listConflicts(): void {
    this.#conflictList = [...this.#conflicts.values()];
    this.#topics.mark('news');
  }

  #invalidateAll(): void {
    for (const path of this.#invalid.keys()) if (!hasField(this.#draft, path)) this.#invalid.delete(path);
    for (const path of this.#conflicts.keys()) if (!this.#pending.has(path)) this.#conflicts.delete(path);
    this.#states.clear();
    this.#totals = null;
    this.#listConflicts();
    this.#topics.markAll();
    this.#topics.flush();
  }
}
