import { afterEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { givenTestDatabase } from '@/testing/given-test-database';
import { waitUntil } from '@/testing/wait-until';
import { defineJob } from './define-job';
import { enqueue } from './enqueue';
import { listFailedJobs, retryFailedJob } from './failed-jobs';
import { register } from './registry';
import { startWorker, type Worker } from './start-worker';

const job = defineJob({
  name: 'test-failing',
  schema: z.object({ id: z.string() }),
  retryLimit: 1,
  retryDelaySeconds: 1,
  expireInSeconds: 60,
  concurrency: 1,
  key: ({ id }) => id,
});

describe('jobs that fail', () => {
  const test = givenTestDatabase();
  let worker: Worker | undefined;
  afterEach(async () => {
    await worker?.stop();
    worker = undefined;
    await test.db.$executeRaw`DELETE FROM pgboss.job`;
  });

  it('are tried again, then wait for a person, who can give them all their attempts again', async () => {
    const attempts: { attempt: number; lastAttempt: boolean }[] = [];
    let works = false;
    const handle = async (_payload: { id: string }, context: { attempt: number; lastAttempt: boolean }) => {
      attempts.push({ attempt: context.attempt, lastAttempt: context.lastAttempt });
      if (!works) throw new Error('https://x.test/?key=MARKED said no');
    };
    worker = await startWorker([register(job, async () => ({ handle }))]);
    await test.db.$transaction((tx) => enqueue(tx, job, { id: 'one' }));
    const failed = await waitUntil(listFailedJobs, (jobs) => jobs.length === 1, 20_000);
    expect(attempts).toEqual([
      { attempt: 0, lastAttempt: false },
      { attempt: 1, lastAttempt: true },
    ]);
    expect(failed).toEqual([
      {
        id: expect.any(String),
        name: 'test-failing',
        failedAt: expect.any(Date),
        reason: 'https://x.test/?key=[masked] said no',
        payload: { id: 'one' },
      },
    ]);

    works = true;
    await retryFailedJob(failed[0]?.id ?? '');
    await waitUntil(
      () => attempts.length,
      (count) => count === 3,
      10_000,
    );
    expect(await listFailedJobs()).toEqual([]);
    await expect(retryFailedJob(failed[0]?.id ?? '')).rejects.toMatchObject({ code: 'not-found' });
  }, 60_000);

  it('whose payload is not theirs are put aside at once', async () => {
    let runs = 0;
    const handle = async () => {
      runs += 1;
    };
    worker = await startWorker([register(job, async () => ({ handle }))]);
    await test.db.$transaction((tx) => enqueue(tx, job, { id: 'two' }, { startAfterSeconds: 2 }));
    await test.db
      .$executeRaw`UPDATE pgboss.job SET data = '{"payload":{"of":"an older release"}}' WHERE name = 'test-failing' AND state = 'created'`;
    const [failed] = await waitUntil(listFailedJobs, (jobs) => jobs.length === 1, 20_000);
    expect(failed).toMatchObject({ reason: 'The payload is not one of test-failing.' });
    expect(runs).toBe(0);
  }, 60_000);
});
