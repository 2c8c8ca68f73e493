import 'server-only';
import { findNextMorning } from '@/domain/automation/plan-automatic';
import { type Database } from '@/server/db/client';
import { type JobDefinition } from '@/server/jobs/define-job';
import { enqueue } from '@/server/jobs/enqueue';

/** Never at night: the same job again at eight o’clock in Paris. */
export async function postponeToMorning<Payload extends object>(
  db: Database,
  job: JobDefinition<Payload>,
  payload: Payload,
  now: Date,
): Promise<void> {
  const startAfterSeconds = Math.ceil((findNextMorning(now).getTime() - now.getTime()) / 1000);
  await db.$transaction((tx) => enqueue(tx, job, payload, { startAfterSeconds }));
}
