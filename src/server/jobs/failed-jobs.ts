import 'server-only';
import * as z from 'zod';
import { AppError } from '@/domain/errors';
import { producer } from './producer';
import { DEAD_LETTER_QUEUE } from './queues';

export type FailedJob = {
  readonly id: string;
  readonly name: string;
  readonly failedAt: Date;
  readonly reason: string;
  /** Identifiers only, as they were enqueued. */
  readonly payload: unknown;
};

const envelope = z.object({ payload: z.unknown() });
const failure = z.object({ message: z.string() });

/** Jobs whose attempts are used up, oldest first. */
export async function listFailedJobs(): Promise<FailedJob[]> {
  const boss = await producer();
  if (!(await boss.getQueue(DEAD_LETTER_QUEUE))) return [];
  const found = await boss.findJobs(DEAD_LETTER_QUEUE);
  return found
    .map(({ id, sourceName, createdOn, output, data }) => ({
      id,
      name: sourceName ?? DEAD_LETTER_QUEUE,
      failedAt: createdOn,
      reason: failure.safeParse(output).data?.message ?? 'unknown',
      payload: envelope.safeParse(data).data?.payload ?? null,
    }))
    .sort((left, right) => left.failedAt.getTime() - right.failedAt.getTime());
}

/** Gives a failed job all its attempts again; `not-found` when it is not among the failed ones any more. */
export async function retryFailedJob(id: string): Promise<void> {
  const boss = await producer();
  const isKnown = (await listFailedJobs()).some((job) => job.id === id);
  const moved = isKnown ? await boss.redrive(DEAD_LETTER_QUEUE, { ids: [id] }) : 0;
  if (moved === 0) throw new AppError('not-found', `aucune tâche en échec ne porte l’identifiant ${id}`);
}
