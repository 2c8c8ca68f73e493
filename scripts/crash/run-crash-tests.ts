import { type Batch } from './plan';
import { type BatchResult, runBatch } from './run-batch';
import { type JudgedSending } from './sendings';
import { settle } from './settle';
import { buildPrograms, type Lane, startLane } from './start-lane';

export type CrashResults = {
  readonly batches: readonly BatchResult[];
  /** All the sendings again, after people settled what was to be checked. */
  readonly settled: readonly JudgedSending[];
};

/** Runs the batches in `lanes` lanes at once: most of the time of each is waiting for the queue to notice the dead. */
export async function runCrashTests(
  batches: readonly Batch[],
  lanes: number,
  onBatch: (result: BatchResult) => void = () => undefined,
): Promise<CrashResults> {
  await buildPrograms();
  const queue = [...batches];
  const results = await Promise.all(Array.from({ length: lanes }, () => runLane(queue, onBatch)));
  return { batches: results.flatMap((one) => one.batches), settled: results.flatMap((one) => one.settled) };
}

async function runLane(queue: Batch[], onBatch: (result: BatchResult) => void): Promise<CrashResults> {
  const lane: Lane = await startLane();
  try {
    const batches: BatchResult[] = [];
    for (let batch = queue.shift(); batch !== undefined; batch = queue.shift()) {
      const result = await runBatch(lane, batch);
      batches.push(result);
      onBatch(result);
    }
    return {
      batches,
      settled: await settle(
        lane,
        batches.flatMap(({ sendings }) => sendings),
      ),
    };
  } finally {
    await lane.stop();
  }
}
