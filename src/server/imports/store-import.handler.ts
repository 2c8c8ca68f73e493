import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { type JobHandler } from '@/server/jobs/define-job';
import { runStoring } from './run-storing';
import { type storeImportJob } from './store-import';

export const handle: JobHandler<z.infer<typeof storeImportJob.schema>> = ({ importId }, context) =>
  runStoring(database(), importId, context);
