import type { FieldPath, FieldValue } from './field-path';

type PastEdit = { readonly previous: Map<FieldPath, FieldValue> };

/** More than anyone takes back, and little memory. */
const maxEdits = 100;

/** What was there before each edit. Typing on in the same fields is one edit until the person leaves them. */
export class EditHistory {
  readonly #edits: PastEdit[] = [];
  #isOpen = false;

  record(paths: readonly FieldPath[], read: (path: FieldPath) => FieldValue): void {
    const last = this.#edits.at(-1);
    if (this.#isOpen && last && paths.length === last.previous.size && paths.every((path) => last.previous.has(path)))
      return;
    this.#edits.push({ previous: new Map(paths.map((path) => [path, read(path)])) });
    if (this.#edits.length > maxEdits) this.#edits.shift();
    this.#isOpen = true;
  }

  close(): void {
    this.#isOpen = false;
  }

  canUndo(): boolean {
    return this.#edits.length > 0;
  }

  /** The values before the last edit, which is forgotten; empty when there is none. */
  takeLast(): readonly { readonly path: FieldPath; readonly value: FieldValue }[] {
    this.#isOpen = false;
    return [...(this.#edits.pop()?.previous ?? [])].map(([path, value]) => ({ path, value }));
  }
}
