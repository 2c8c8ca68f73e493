import { type ManagedProcess } from '../../scripts/lib/processes';
import { type World } from './start-world';

/** Stops the workers in order and starts one, which has logged in nowhere yet: what is done, it does. */
export async function replaceWorkers(world: World): Promise<ManagedProcess> {
  await Promise.all(world.workers.filter((worker) => worker.isRunning()).map((worker) => worker.stop()));
  return world.addWorker();
}

/** Starts workers until this many run. */
export function ensureWorkers(world: World, count: number): void {
  const running = world.workers.filter((worker) => worker.isRunning()).length;
  for (let missing = count - running; missing > 0; missing -= 1) world.addWorker();
}
