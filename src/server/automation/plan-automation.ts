import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/**
 * Every ten minutes of the day, Paris time: plans the structures that were not planned today, all of them at eight. A worker that was
 * down at eight catches up when it is back, never at night.
 */
export const planAutomationJob = defineJob({
  name: 'plan-automation',
  schema: z.object({}),
  retryLimit: 1,
  retryDelaySeconds: 60,
  expireInSeconds: 1800,
  key: () => 'all',
  concurrency: 1,
  cron: '*/10 8-19 * * *',
});
