import 'server-only';
import type * as z from 'zod/mini';
import { type Actor } from '@/server/trpc/context';
import { type listConnectionsInput, type listConnectionsOutput } from './list-connections.schema';
import { loadConnections } from './load-connections';

export async function listConnections(
  actor: Actor,
  _input: z.infer<typeof listConnectionsInput>,
): Promise<z.infer<typeof listConnectionsOutput>> {
  return loadConnections(actor.db, actor.organizationId);
}
