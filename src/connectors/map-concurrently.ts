type Settled<Output> = { readonly ok: true; readonly output: Output } | { readonly ok: false; readonly error: unknown };

/**
 * Runs `work` on the items, at most `concurrency` at once, and yields the outputs as they come. Nothing new starts while
 * the consumer is busy with an output. The first failure is thrown; failure or early return, `work`'s signal is then aborted
 * so that nothing goes on behind.
 */
export async function* mapConcurrently<Item, Output>(
  items: readonly Item[],
  concurrency: number,
  signal: AbortSignal,
  work: (item: Item, signal: AbortSignal) => Promise<Output>,
): AsyncGenerator<Output> {
  const stopper = new AbortController();
  const workSignal = AbortSignal.any([signal, stopper.signal]);
  const running = new Map<number, Promise<readonly [number, Settled<Output>]>>();
  let next = 0;

  /** Never rejects: a failure waits its turn instead of being an unhandled rejection. */
  async function settle(index: number, item: Item): Promise<readonly [number, Settled<Output>]> {
    try {
      return [index, { ok: true, output: await work(item, workSignal) }];
    } catch (error) {
      return [index, { ok: false, error }];
    }
  }

  try {
    while (next < items.length || running.size > 0) {
      for (const item of items.slice(next, next + concurrency - running.size)) {
        running.set(next, settle(next, item));
        next += 1;
      }
      const [index, settled] = await Promise.race(running.values());
      running.delete(index);
      signal.throwIfAborted();
      if (!settled.ok) throw settled.error;
      yield settled.output;
    }
  } finally {
    stopper.abort(new DOMException('nobody waits for the rest', 'AbortError'));
  }
}
