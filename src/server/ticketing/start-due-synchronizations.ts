import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Every five minutes: starts what is due (each connection has its minute of the night) and takes up what was abandoned. */
export const startDueSynchronizationsJob = defineJob({
  name: 'start-due-synchronizations',
  schema: z.object({}),
  retryLimit: 1,
  retryDelaySeconds: 30,
  expireInSeconds: 240,
  key: () => 'all',
  concurrency: 1,
  cron: '*/5 * * * *',
});
