import 'server-only';
import * as z from 'zod';
import { defineJob } from '@/server/jobs/define-job';

/** Reads one file with one mapping. Cut anywhere, it starts again from the bytes; a newer revision makes it stop. */
export const readImportJob = defineJob({
  name: 'read-import',
  schema: z.object({ importId: z.uuid(), revision: z.int() }),
  retryLimit: 2,
  retryDelaySeconds: 2,
  expireInSeconds: 600,
  key: ({ importId, revision }) => `${importId} ${revision}`,
  concurrency: 2,
});
