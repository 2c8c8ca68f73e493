import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { type JobHandler } from '@/server/jobs/define-job';
import { runAutomatic } from './run-automatic';
import { type transmitAutomaticallyJob } from './transmit-automatically';

export const handle: JobHandler<z.infer<typeof transmitAutomaticallyJob.schema>> = ({ declarationId }) =>
  runAutomatic(database(), declarationId, new Date());
