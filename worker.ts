import { setTimeout as wait } from 'node:timers/promises';
import { closeDatabase } from '@/server/db/client';
import { env } from '@/server/env';
import { armFromEnvironment } from '@/server/faults';
import { closeProducer } from '@/server/jobs/producer';
import { jobs } from '@/server/jobs/registry';
import { startWorker, type Worker } from '@/server/jobs/start-worker';
import { logger } from '@/server/logger';

/** Hosts kill what is still there 10 s after SIGTERM. */
const LAST_MOMENT_MILLISECONDS = 9_500;
const RETRY_MILLISECONDS = 2_000;

const stopped = new AbortController();
let worker: Worker | null = null;

async function stop(): Promise<void> {
  if (stopped.signal.aborted) return;
  stopped.abort();
  setTimeout(() => process.exit(0), LAST_MOMENT_MILLISECONDS).unref();
  await worker?.stop();
  await closeProducer();
  await closeDatabase();
  logger().info('worker stopped');
  process.exit(0);
}

env();
armFromEnvironment();
process.on('SIGTERM', () => void stop());
process.on('SIGINT', () => void stop());

// The database may start, or be migrated, after the worker.
while (!stopped.signal.aborted && worker === null) {
  try {
    worker = await startWorker(jobs);
  } catch (error) {
    logger().error({ err: error }, 'the worker could not start, and will try again');
    await wait(RETRY_MILLISECONDS, undefined, { signal: stopped.signal }).catch(() => undefined);
  }
}
