import 'server-only';
import { setTimeout as wait } from 'node:timers/promises';

/** About 15 s in all: what a database takes to restart. */
const waitsMilliseconds = [250, 500, 1_000, 2_000, 4_000, 8_000];

/**
 * Does a write again while it fails: what the outside world just said must not be lost to a database that restarts. The
 * write must be one that may be done twice. Gives up, with the last error, after about 15 s or when the signal aborts.
 */
export async function persist<Result>(
  write: () => Promise<Result>,
  signal: AbortSignal,
  waits: readonly number[] = waitsMilliseconds,
): Promise<Result> {
  for (const milliseconds of waits) {
    try {
      return await write();
    } catch (error) {
      if (signal.aborted) throw error;
      await wait(milliseconds, undefined, { signal }).catch(() => undefined);
    }
  }
  return write();
}
