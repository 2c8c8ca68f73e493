import 'server-only';
import { z } from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/**
 * Does the steps of one submission. Failures of the outside world are retried by the submission's own calendar (see
 * `retry-calendar.ts`), which its page shows; the attempts below are for a worker that died or a database that was away.
 */
export const runSubmissionJob = defineJob({
  name: 'run-submission',
  schema: z.object({ submissionId: z.uuid() }),
  retryLimit: 20,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 300,
  expireInSeconds: 240,
  concurrency: 4,
  key: ({ submissionId }) => submissionId,
});
