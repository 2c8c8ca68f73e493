import 'server-only';
import type * as z from 'zod';
import { database } from '@/server/db/client';
import { type JobHandler } from '@/server/jobs/define-job';
import { eraseExpired } from './erase-expired';
import { type purgeExpiredJob } from './purge-expired';

export const handle: JobHandler<z.infer<typeof purgeExpiredJob.schema>> = () => eraseExpired(database(), new Date());
