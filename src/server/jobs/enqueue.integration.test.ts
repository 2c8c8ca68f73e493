import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { withCorrelation } from '@/server/correlation';
import { givenTestDatabase } from '@/testing/given-test-database';
import { defineJob } from './define-job';
import { enqueue } from './enqueue';

const job = defineJob({
  name: 'test-enqueue',
  schema: z.object({ id: z.string() }),
  retryLimit: 3,
  retryDelaySeconds: 1,
  expireInSeconds: 60,
  concurrency: 1,
  key: ({ id }) => id,
});

describe('enqueue', () => {
  const test = givenTestDatabase();
  const waiting = () =>
    test.db.$queryRaw<{ data: unknown }[]>`SELECT data FROM pgboss.job WHERE name = 'test-enqueue' ORDER BY created_on`;

  it('leaves no job when the transaction is rolled back, and exactly one when it commits', async () => {
    await expect(
      test.db.$transaction(async (tx) => {
        await enqueue(tx, job, { id: 'rolled-back' });
        throw new Error('changed our mind');
      }),
    ).rejects.toThrow('changed our mind');
    expect(await waiting()).toEqual([]);

    await test.db.$transaction((tx) => enqueue(tx, job, { id: 'committed' }, { correlationId: 'c-1' }));
    expect(await waiting()).toEqual([{ data: { payload: { id: 'committed' }, correlationId: 'c-1' } }]);
    await test.db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'test-enqueue'`;
  });

  it('does not double a job of the same key that is waiting, and takes the correlation of what is under way', async () => {
    await withCorrelation('c-2', () =>
      test.db.$transaction(async (tx) => {
        await enqueue(tx, job, { id: 'twice' });
        await enqueue(tx, job, { id: 'twice' });
      }),
    );
    await test.db.$transaction((tx) => enqueue(tx, job, { id: 'twice' }));
    expect(await waiting()).toEqual([{ data: { payload: { id: 'twice' }, correlationId: 'c-2' } }]);
    await test.db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'test-enqueue'`;
  });

  it('brings forward a job that waits for a later hour when somebody waits for it', async () => {
    const isDue = async () => {
      const [row] = await test.db.$queryRaw<{ due: boolean }[]>`
        SELECT start_after <= now() AS due FROM pgboss.job WHERE name = 'test-enqueue'`;
      return row?.due;
    };
    await test.db.$transaction((tx) => enqueue(tx, job, { id: 'later' }, { startAfterSeconds: 1800 }));
    await test.db.$transaction((tx) => enqueue(tx, job, { id: 'later' }));
    expect(await isDue()).toBe(false);
    await test.db.$transaction((tx) => enqueue(tx, job, { id: 'later' }, { isUrgent: true }));
    expect(await isDue()).toBe(true);
    expect(await waiting()).toHaveLength(1);
    await test.db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'test-enqueue'`;
  });

  it('refuses a payload that is not the job’s', async () => {
    const payload: { id: string } = JSON.parse('{"id":12}');
    await expect(test.db.$transaction((tx) => enqueue(tx, job, payload))).rejects.toThrow('expected string');
    expect(await waiting()).toEqual([]);
  });
});
