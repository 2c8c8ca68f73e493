import 'server-only';
import { randomUUID } from 'node:crypto';
import { fromPrisma } from 'pg-boss';
import { currentCorrelationId } from '@/server/correlation';
import { type Transaction } from '@/server/db/client';
import { type JobDefinition } from './define-job';
import { producerFor } from './producer';

/**
 * Creates a job in the transaction of the data that makes it true: both exist or neither.
 * A job of the same key that is waiting already is not doubled.
 */
export async function enqueue<Payload extends object>(
  tx: Transaction,
  job: JobDefinition<Payload>,
  payload: Payload,
  options: { startAfterSeconds?: number; correlationId?: string } = {},
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
}
