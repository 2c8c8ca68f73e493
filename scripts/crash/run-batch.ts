import { type Boundary } from '@/server/faults';
import { waitUntil } from '@/testing/wait-until';
import { type ManagedProcess } from '../lib/processes';
import { type Batch, type Death, isOfRequest } from './plan';
import { countLeft, endTrouble, givenSendings, type JudgedSending, judgeSendings, type Sending } from './sendings';
import { toTransmission, troubleOutside } from './sendings';
import { type Lane } from './start-lane';

export type BatchResult = {
  readonly batch: Batch;
  readonly sendings: readonly JudgedSending[];
  /** Deaths that took place: one whose passage never came is not among them. */
  readonly deaths: readonly Boundary[];
};

/** Several lost jobs in a row, each waiting longer for its next attempt, on a busy machine. */
const patienceMilliseconds = 600_000;

/** Sends, kills, starts again until everything has ended, and judges. */
export async function runBatch(lane: Lane, batch: Batch): Promise<BatchResult> {
  const sendings = await givenSendings(lane, batch.organisms);
  troubleOutside(lane, batch.situation, sendings);
  const deaths = await transmitAll(lane, batch, sendings);
  const others = batch.deaths.filter(({ boundary }) => !isOfRequest(boundary));
  deaths.push(...(await workUntilEnded(lane, sendings, others, batch.situation === 'two workers' ? 2 : 1)));
  endTrouble(lane);
  return { batch, sendings: await judgeSendings(lane, sendings), deaths };
}

/** The requests of people, each made again after a death, and at last twice at once. */
async function transmitAll(lane: Lane, batch: Batch, sendings: readonly Sending[]): Promise<Boundary[]> {
  const deaths: Boundary[] = [];
  const requests = sendings.map(toTransmission);
  for (const death of batch.deaths.filter(({ boundary }) => isOfRequest(boundary))) {
    if ((await lane.request(requests, death)) === 'died') deaths.push(death.boundary);
  }
  await lane.request([...requests.flatMap((request) => [request, request])], null);
  return deaths;
}

/** Keeps `count` workers alive, each told to die while there are deaths left, until nothing is left to do. */
export async function workUntilEnded(
  lane: Lane,
  sendings: readonly Sending[],
  deaths: readonly Death[],
  count: number,
): Promise<Boundary[]> {
  const left = [...deaths];
  const died: Boundary[] = [];
  const running = new Set<ManagedProcess>();
  let isOver = false;
  let failure: Error | null = null;
  const keepOneAlive = async () => {
    while (!isOver && failure === null) {
      const death = left.shift() ?? null;
      const worker = lane.startWorker(death);
      running.add(worker);
      const { signal, code } = await worker.ended;
      running.delete(worker);
      if (isOver) return;
      if (death !== null && signal === 'SIGKILL') died.push(death.boundary);
      else failure = new Error(`a worker ended with ${signal ?? code}\n${worker.tail()}`);
    }
  };
  const lives = Array.from({ length: count }, keepOneAlive);
  try {
    await waitUntil(
      () => (failure === null ? countLeft(lane, sendings) : 0),
      (number) => number === 0,
      patienceMilliseconds,
    );
  } finally {
    isOver = true;
    await Promise.all([...running].map((worker) => worker.kill()));
    await Promise.all(lives);
  }
  if (failure !== null) throw failure;
  return died;
}
