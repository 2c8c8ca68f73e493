import { setTimeout as delay } from 'node:timers/promises';

/** The real pause of a ConnectorContext. Rejects with `signal.reason` when aborted. */
export async function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  try {
    await delay(milliseconds, undefined, { signal });
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
}
