import 'server-only';
import { type PgBoss, type Queue } from 'pg-boss';
import { env } from '@/server/env';
import { type JobDefinition } from './define-job';

/** Where jobs go whose attempts are used up; `cli jobs failed` lists it, `cli jobs retry` empties it. */
export const DEAD_LETTER_QUEUE = 'dead-letter';

const DAY_SECONDS = 86_400;

/** What is asked of pg-boss about any job: its name and rules, without its payload's type. */
export type QueueRules = Omit<JobDefinition<never>, 'schema' | 'key'>;

export function queueOf(job: QueueRules): Omit<Queue, 'name'> {
  return {
    // One waiting job per key; how many run at once is the worker's business.
    policy: 'short',
    retryLimit: job.retryLimit,
    retryDelay: job.retryDelaySeconds,
    retryBackoff: true,
    ...(job.retryDelayMaxSeconds === undefined ? {} : { retryDelayMax: job.retryDelayMaxSeconds }),
    expireInSeconds: job.expireInSeconds,
    heartbeatSeconds: job.heartbeatSeconds ?? env().JOBS_HEARTBEAT_SECONDS,
    retentionSeconds: 14 * DAY_SECONDS,
    deleteAfterSeconds: 7 * DAY_SECONDS,
    deadLetter: DEAD_LETTER_QUEUE,
    notify: true,
  };
}

/** Makes the queue of a job, and the dead letters' before it; does nothing when they are there. */
export async function ensureQueue(boss: PgBoss, job: QueueRules): Promise<void> {
  if (!(await boss.getQueue(DEAD_LETTER_QUEUE))) {
    await boss.createQueue(DEAD_LETTER_QUEUE, { retentionSeconds: 60 * DAY_SECONDS });
  }
  if (!(await boss.getQueue(job.name))) await boss.createQueue(job.name, queueOf(job));
}

/** The same, and brings the rules of an older release up to date: the worker does it when it starts. */
export async function updateQueue(boss: PgBoss, job: QueueRules): Promise<void> {
  await ensureQueue(boss, job);
  const { policy: _fixed, ...rules } = queueOf(job);
  await boss.updateQueue(job.name, rules);
}
