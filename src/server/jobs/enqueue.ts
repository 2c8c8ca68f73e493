import 'server-only';
import { randomUUID } from 'node:crypto';
import { fromPrisma } from 'pg-boss';
import { currentCorrelationId } from '@/server/correlation';
import { type Transaction } from '@/server/db/client';
import { type JobDefinition } from './define-job';
import { producerFor } from './producer';

type EnqueueOptions = {
  readonly startAfterSeconds?: number;
  readonly correlationId?: string;
  /** Somebody waits for it: one that waits already for a later hour is due at once. */
  readonly isUrgent?: boolean;
};

/**
 * Creates a job in the transaction of the data that makes it true: both exist or neither.
 * A job of the same key that is waiting already is not doubled.
 */
export async function enqueue<Payload extends object>(
  tx: Transaction,
  job: JobDefinition<Payload>,
  payload: Payload,
  options: EnqueueOptions = {},
): Promise<void> {
  const checked = job.schema.parse(payload);
  const boss = await producerFor(job);
  const correlationId = options.correlationId ?? currentCorrelationId() ?? randomUUID();
  await boss.send(
    job.name,
    { payload: checked, correlationId },
    {
      db: fromPrisma(tx),
      singletonKey: job.key(checked),
      ...(options.startAfterSeconds === undefined ? {} : { startAfter: options.startAfterSeconds }),
    },
  );
  if (options.isUrgent) {
    await tx.$executeRaw`
      UPDATE pgboss.job SET start_after = now()
      WHERE name = ${job.name} AND singleton_key = ${job.key(checked)} AND state = 'created' AND start_after > now()`;
  }
}
