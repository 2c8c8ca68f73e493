import 'server-only';
import { randomUUID } from 'node:crypto';
import { type JobResult, type JobWithMetadata, PgBoss } from 'pg-boss';
import * as z from 'zod';
import { withCorrelation } from '@/server/correlation';
import { env } from '@/server/env';
import { logger } from '@/server/logger';
import { maskText } from '@/server/mask-secrets';
import { updateQueue } from './queues';
import { InvalidPayloadError, type RegisteredJob } from './registry';

export type Worker = {
  /** Takes no more jobs; lets those under way finish, then hands back what is left. At most 9 s. */
  stop(): Promise<void>;
};

const TIME_ZONE = 'Europe/Paris';
/** Of the 10 s that a host leaves between SIGTERM and SIGKILL: time to finish, then time to give up in order. */
const FINISH_MILLISECONDS = 6_000;
const STOP_MILLISECONDS = 8_000;

const envelopeSchema = z.object({ payload: z.unknown(), correlationId: z.string().optional() });

/** Runs the jobs of the list on the database of the environment, until stopped. Rejects when the database is not there or not migrated. */
export async function startWorker(jobs: readonly RegisteredJob[]): Promise<Worker> {
  const stopping = new AbortController();
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    application_name: 'assistant-worker',
    max: 5,
    connectionTimeoutMillis: 5_000,
    migrate: false,
    createSchema: false,
    supervise: true,
    schedule: true,
    superviseIntervalSeconds: env().JOBS_MONITOR_SECONDS,
    monitorIntervalSeconds: env().JOBS_MONITOR_SECONDS,
    useListenNotify: true,
  });
  boss.on('error', (error) => logger().error({ err: error }, 'queue'));
  boss.on('warning', (warning) => logger().warn({ warning }, 'queue'));
  await boss.start();
  for (const job of jobs) {
    await updateQueue(boss, job.definition);
    await boss.work(
      job.name,
      {
        batchSize: 1,
        localConcurrency: job.definition.concurrency,
        includeMetadata: true,
        perJobResults: true,
        pollingIntervalSeconds: 1,
        notifyPollingIntervalSeconds: 2,
      },
      async (batch: JobWithMetadata<object>[]) => Promise.all(batch.map((item) => runJob(job, item, stopping.signal))),
    );
  }
  await scheduleJobs(boss, jobs);
  logger().info({ jobs: jobs.map(({ name }) => name) }, 'worker ready');

  return {
    async stop() {
      const giveUp = setTimeout(() => stopping.abort(), FINISH_MILLISECONDS);
      await boss.stop({ graceful: true, timeout: STOP_MILLISECONDS });
      clearTimeout(giveUp);
      stopping.abort();
    },
  };
}

async function runJob(job: RegisteredJob, item: JobWithMetadata<object>, stopping: AbortSignal): Promise<JobResult> {
  const { payload, correlationId } = envelopeSchema.catch({ payload: item.data }).parse(item.data ?? {});
  const lastAttempt = item.retryCount >= item.retryLimit;
  const log = logger().child({ job: job.name, jobId: item.id, attempt: item.retryCount });
  return withCorrelation(correlationId ?? randomUUID(), async () => {
    const startedAt = performance.now();
    try {
      await job.run(payload ?? {}, {
        jobId: item.id,
        attempt: item.retryCount,
        lastAttempt,
        signal: item.signal ? AbortSignal.any([item.signal, stopping]) : stopping,
      });
      log.info({ milliseconds: Math.round(performance.now() - startedAt) }, 'job done');
      return { id: item.id, status: 'completed' };
    } catch (error) {
      // A payload that is not this job's will never be: it waits among the dead letters for a person.
      const isHopeless = error instanceof InvalidPayloadError;
      log.error({ err: error, lastAttempt }, 'job failed');
      return { id: item.id, status: isHopeless ? 'deadletter' : 'failed', output: describeFailure(error) };
    }
  });
}

/** What is kept with a failed job: never the error's own properties, which may hold a request and its keys. */
function describeFailure(error: unknown): { name: string; message: string } {
  return error instanceof Error
    ? { name: error.name, message: maskText(error.message) }
    : { name: 'Error', message: 'unknown' };
}

async function scheduleJobs(boss: PgBoss, jobs: readonly RegisteredJob[]): Promise<void> {
  const scheduled = new Map(jobs.flatMap(({ name, definition }) => (definition.cron ? [[name, definition.cron]] : [])));
  for (const { name } of await boss.getSchedules()) if (!scheduled.has(name)) await boss.unschedule(name);
  for (const [name, cron] of scheduled) {
    await boss.schedule(name, cron, { payload: {} }, { tz: TIME_ZONE, singletonKey: 'schedule' });
  }
}
