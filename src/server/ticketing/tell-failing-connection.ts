import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Tells one person by mail that a connection keeps failing, in words, with what to do. */
export const tellFailingConnectionJob = defineJob({
  name: 'tell-failing-connection',
  schema: z.object({ connectionId: z.uuid(), userId: z.string() }),
  retryLimit: 8,
  retryDelaySeconds: 60,
  retryDelayMaxSeconds: 3600,
  expireInSeconds: 120,
  key: ({ connectionId, userId }) => `${connectionId}:${userId}`,
  concurrency: 1,
});
