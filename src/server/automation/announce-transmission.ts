import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Tells one person that a declaration will leave by itself the next morning, with a way to stop it. */
export const announceTransmissionJob = defineJob({
  name: 'announce-transmission',
  schema: z.object({ declarationId: z.uuid(), userId: z.string() }),
  retryLimit: 12,
  retryDelaySeconds: 60,
  retryDelayMaxSeconds: 3600,
  expireInSeconds: 120,
  key: ({ declarationId, userId }) => `${declarationId}:${userId}`,
  concurrency: 1,
});
