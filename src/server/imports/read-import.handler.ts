import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { type JobHandler } from '@/server/jobs/define-job';
import { type readImportJob } from './read-import';
import { runReading } from './run-reading';

export const handle: JobHandler<z.infer<typeof readImportJob.schema>> = (payload, context) =>
  runReading(database(), payload, context);
