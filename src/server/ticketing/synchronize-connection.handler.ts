import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { type JobHandler } from '@/server/jobs/define-job';
import { createConnectorContext, findConnector } from './create-connector-context';
import { openCredentials } from './credentials';
import { type SynchronizationTools, runSynchronization } from './run-synchronization';
import { type synchronizeConnectionJob } from './synchronize-connection';

/** The real connector of each system, with the keys of the connection opened for this run alone. */
export const openConnection: SynchronizationTools['open'] = (db, run, signal, onRequest) => {
  const connector = findConnector(run.system);
  const credentials = openCredentials(run.credentials, run.connectionId);
  return { connector, context: createConnectorContext(db, connector, credentials, { signal, onRequest }) };
};

export const handle: JobHandler<z.infer<typeof synchronizeConnectionJob.schema>> = ({ runId }, context) =>
  runSynchronization({ db: database(), open: openConnection, now: () => new Date() }, runId, context);
