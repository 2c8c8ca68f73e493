import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { type JobHandler } from '@/server/jobs/define-job';
import { type planAutomationJob } from './plan-automation';
import { planMorning } from './plan-morning';

export const handle: JobHandler<z.infer<typeof planAutomationJob.schema>> = (_payload, { signal }) =>
  planMorning(database(), new Date(), signal);
