import 'server-only';
import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Finds submissions whose job was lost and gives them another. Nobody enqueues it. */
export const resumeSubmissionsJob = defineJob({
  name: 'resume-submissions',
  schema: z.object({}),
  retryLimit: 1,
  retryDelaySeconds: 60,
  expireInSeconds: 60,
  concurrency: 1,
  key: () => 'all',
  cron: '*/10 * * * *',
});
