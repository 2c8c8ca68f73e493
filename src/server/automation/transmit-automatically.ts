import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Sends a declaration that was allowed and announced, once everything is checked again. */
export const transmitAutomaticallyJob = defineJob({
  name: 'transmit-automatically',
  schema: z.object({ declarationId: z.uuid() }),
  retryLimit: 5,
  retryDelaySeconds: 30,
  retryDelayMaxSeconds: 900,
  expireInSeconds: 300,
  key: ({ declarationId }) => declarationId,
  concurrency: 1,
});
