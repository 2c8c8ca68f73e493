import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Every hour: erases what retention.ts no longer keeps. */
export const purgeExpiredJob = defineJob({
  name: 'purge-expired',
  schema: z.object({}),
  retryLimit: 2,
  retryDelaySeconds: 60,
  expireInSeconds: 600,
  key: () => 'all',
  concurrency: 1,
  cron: '17 * * * *',
});
