import 'server-only';
import { database, type Database } from '@/server/db/client';
import { enqueue } from '@/server/jobs/enqueue';
import { type JobHandler } from '@/server/jobs/define-job';
import { runSubmissionJob } from './run-submission';

/** Longer than any run of the job, waits of its queue included: whoever is older may have been forgotten. */
const patienceMinutes = 10;
const batchSize = 500;

export const handle: JobHandler<object> = () => resumeSubmissions(database(), new Date());

/**
 * Enqueues every submission that has a step left and was made long enough ago. One whose job waits already is not doubled, one
 * whose job runs is left alone by `claimStep`: doing this too often is harmless.
 */
export async function resumeSubmissions(db: Database, now: Date): Promise<void> {
  const createdAt = { lt: new Date(now.getTime() - patienceMinutes * 60_000) };
  const forgotten = await db.submission.findMany({
    where: { createdAt, steps: { some: { state: { in: ['waiting', 'running'] } } } },
    select: { id: true },
    orderBy: { createdAt: 'asc' },
    take: batchSize,
  });
  for (const { id } of forgotten) {
    await db.$transaction((tx) => enqueue(tx, runSubmissionJob, { submissionId: id }));
  }
}
