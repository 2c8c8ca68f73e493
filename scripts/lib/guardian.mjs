// Outlives the command that started it by a moment: when the pipe on stdin closes, because that command ended in whatever way
// (also `kill -9` or a closed terminal), it stops the process groups that are still alive. Started by processes.ts.
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

const PATIENCE_MILLISECONDS = 6000;
/** Process group id → the signal that asks it to stop. */
const groups = new Map();

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});

function signalGroup(id, signal) {
  try {
    process.kill(-id, signal);
    return true;
  } catch {
    return false;
  }
}

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, id, signal] = line.split(' ');
  if (verb === 'watch') groups.set(Number(id), signal);
  if (verb === 'forget') groups.delete(Number(id));
}

let alive = [...groups].filter(([id, signal]) => signalGroup(id, signal)).map(([id]) => id);
const deadline = Date.now() + PATIENCE_MILLISECONDS;
while (alive.length > 0 && Date.now() < deadline) {
  await wait(100);
  alive = alive.filter((id) => signalGroup(id, 0));
}
for (const id of alive) signalGroup(id, 'SIGKILL');
