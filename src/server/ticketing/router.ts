import 'server-only';
import { limitPerPerson, memberProcedure, router } from '@/server/trpc/trpc';
import { listConnections } from './list-connections';
import { listChanges } from './list-changes';
import { listRuns } from './list-runs';
import { connectTicketing } from './connect-ticketing';
import { replaceCredentials } from './replace-credentials';
import { disconnectTicketing } from './disconnect-ticketing';
import { synchronizeTicketing } from './synchronize-ticketing';
import { watchConnections } from './watch-connections';
import {
  connectTicketingInput,
  connectTicketingOutput,
  connectionScope,
  replaceCredentialsInput,
  synchronizeOutput,
} from './connect-ticketing.schema';
import { listChangesInput, listChangesOutput } from './list-changes.schema';
import { listRunsInput, listRunsOutput } from './list-runs.schema';
import { listConnectionsInput, listConnectionsOutput } from './list-connections.schema';

export const ticketingRouter = router({
  list: memberProcedure
    .input(listConnectionsInput)
    .output(listConnectionsOutput)
    .query(({ ctx, input }) => listConnections(ctx.actor, input)),
  connect: memberProcedure
    .input(connectTicketingInput)
    .output(connectTicketingOutput)
    .use(limitPerPerson('connection-test'))
    .mutation(({ ctx, input }) => connectTicketing(ctx.actor, input)),
  replaceCredentials: memberProcedure
    .input(replaceCredentialsInput)
    .use(limitPerPerson('connection-test'))
    .mutation(({ ctx, input }) => replaceCredentials(ctx.actor, input)),
  disconnect: memberProcedure
    .input(connectionScope)
    .mutation(({ ctx, input }) => disconnectTicketing(ctx.actor, input)),
  synchronize: memberProcedure
    .input(connectionScope)
    .output(synchronizeOutput)
    .mutation(({ ctx, input }) => synchronizeTicketing(ctx.actor, input)),
  listRuns: memberProcedure
    .input(listRunsInput)
    .output(listRunsOutput)
    .query(({ ctx, input }) => listRuns(ctx.actor, input)),
  listChanges: memberProcedure
    .input(listChangesInput)
    .output(listChangesOutput)
    .query(({ ctx, input }) => listChanges(ctx.actor, input)),
  onProgress: memberProcedure
    .input(listConnectionsInput)
    .subscription(({ ctx, input, signal }) => watchConnections(ctx.actor, input, signal)),
});
