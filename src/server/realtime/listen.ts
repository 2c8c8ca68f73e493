import 'server-only';
import { sharedLine } from './line';
import { type Gap, type Notice } from './notify';

/**
 * Notices of one structure, until the signal aborts. The first is always `gap`, given once PostgreSQL is listened to:
 * reading the state then, and at each notice of interest, misses nothing. A `gap` also follows each reconnection.
 * Equal notices that wait are given once.
 */
export async function* listen(organizationId: string, signal?: AbortSignal): AsyncGenerator<Notice | Gap> {
  const waiting = new Map<string, Notice | Gap>();
  let wake = () => {};
  const push = (notice: Notice | Gap) => {
    waiting.set(JSON.stringify(notice), notice);
    wake();
  };
  const onAbort = () => wake();
  signal?.addEventListener('abort', onAbort);
  const unsubscribe = sharedLine().subscribe((notice) => {
    if (notice.kind === 'gap' || notice.organizationId === organizationId) push(notice);
  });
  try {
    while (!signal?.aborted) {
      const next = waiting.entries().next();
      if (next.done) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        continue;
      }
      const [key, notice] = next.value;
      waiting.delete(key);
      yield notice;
    }
  } finally {
    unsubscribe();
    signal?.removeEventListener('abort', onAbort);
  }
}
