import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/**
 * One synchronisation of one connection. A provider's refusal ends the run with its code; only what is not the provider's
 * doing (a dead worker, a restarted database, a run longer than its budget) is tried again, and goes on where it stopped.
 */
export const synchronizeConnectionJob = defineJob({
  name: 'synchronize-connection',
  schema: z.object({ runId: z.uuid() }),
  retryLimit: 5,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 120,
  expireInSeconds: 3600,
  key: ({ runId }) => runId,
  concurrency: 4,
});
