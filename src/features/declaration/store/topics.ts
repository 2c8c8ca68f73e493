/** Who wants to hear about what. Marks gather during a change and are told once, at its end. */
export class Topics<T extends string> {
  readonly #listeners = new Map<T, Set<() => void>>();
  readonly #marked = new Set<T>();

  subscribe(topic: T, listener: () => void): () => void {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => {
      listeners.delete(listener);
    };
  }

  mark(topic: T): void {
    this.#marked.add(topic);
  }

  markAll(): void {
    for (const topic of this.#listeners.keys()) this.#marked.add(topic);
  }

  flush(): void {
    const topics = [...this.#marked];
    this.#marked.clear();
    for (const topic of topics) for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener();
  }
}
