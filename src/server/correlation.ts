import 'server-only';
import { AsyncLocalStorage } from 'node:async_hooks';

const storage = new AsyncLocalStorage<string>();

/** Runs a piece of work whose log lines and jobs all carry this id. */
export function withCorrelation<T>(correlationId: string, run: () => T): T {
  return storage.run(correlationId, run);
}

/** The id of the request or job under way, or null outside any. */
export function currentCorrelationId(): string | null {
  return storage.getStore() ?? null;
}
