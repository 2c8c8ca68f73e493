import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Stores what was read in one file, show by show. Cut anywhere, it goes on after the shows already stored. */
export const storeImportJob = defineJob({
  name: 'store-import',
  schema: z.object({ importId: z.uuid() }),
  retryLimit: 5,
  retryDelaySeconds: 5,
  retryDelayMaxSeconds: 120,
  expireInSeconds: 1800,
  key: ({ importId }) => importId,
  concurrency: 2,
});
