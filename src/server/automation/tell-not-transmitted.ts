import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Tells one person that a declaration that was announced did not leave by itself, why, and what to do. */
export const tellNotTransmittedJob = defineJob({
  name: 'tell-not-transmitted',
  schema: z.object({ declarationId: z.uuid(), userId: z.string() }),
  retryLimit: 12,
  retryDelaySeconds: 60,
  retryDelayMaxSeconds: 3600,
  expireInSeconds: 120,
  key: ({ declarationId, userId }) => `${declarationId}:${userId}`,
  concurrency: 1,
});
