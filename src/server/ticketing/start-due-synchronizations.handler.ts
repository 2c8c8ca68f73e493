import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { type JobHandler } from '@/server/jobs/define-job';
import { startDue } from './start-due';
import { type startDueSynchronizationsJob } from './start-due-synchronizations';

export const handle: JobHandler<z.infer<typeof startDueSynchronizationsJob.schema>> = () =>
  startDue(database(), new Date());
