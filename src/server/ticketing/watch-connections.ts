import 'server-only';
import type * as z from 'zod/mini';
import { listen } from '@/server/realtime/listen';
import { type Actor } from '@/server/trpc/context';
import { type ConnectionView, type listConnectionsInput } from './list-connections.schema';
import { loadConnections } from './load-connections';

/** The connections now, then again each time one of them has moved, until the signal aborts. */
export async function* watchConnections(
  actor: Actor,
  _input: z.infer<typeof listConnectionsInput>,
  signal?: AbortSignal,
): AsyncGenerator<ConnectionView[]> {
  // The first notice comes once PostgreSQL is listened to, so nothing is lost between the first reading and the next.
  for await (const notice of listen(actor.organizationId, signal)) {
    if (notice.kind === 'gap' || notice.kind === 'connection') {
      yield await loadConnections(actor.db, actor.organizationId);
    }
  }
}
