import { armBoundaries, type Boundary } from '@/server/faults';

/** What a process that dies leaves of a function: nothing caught it, nothing after it ran. */
class SimulatedCrash extends Error {
  override readonly name = 'SimulatedCrash';
}

/** Runs `work`, which dies at its first passage through this boundary (or the one of that number, from 1). Tells whether it did; any other error goes on. */
export async function crashAt(name: Boundary, work: () => Promise<unknown>, passage = 1): Promise<boolean> {
  let crashed = false;
  let passages = 0;
  armBoundaries((reached) => {
    if (reached !== name || crashed) return;
    passages += 1;
    if (passages < passage) return;
    crashed = true;
    throw new SimulatedCrash(name);
  });
  try {
    await work();
  } catch (error) {
    if (!(error instanceof SimulatedCrash)) throw error;
  } finally {
    armBoundaries(null);
  }
  return crashed;
}
