import 'server-only';
import { env } from '@/server/env';

/** Places between two effects where a process may die: what a test can make happen exactly there. */
export const boundaries = [
  'transmit.before-commit',
  'transmit.committed',
  'step.claimed',
  'step.sending-recorded',
  'step.delivered',
  'step.outcome-recorded',
] as const;
export type Boundary = (typeof boundaries)[number];

let onBoundary: ((name: Boundary) => void) | null = null;

/** Does nothing, unless a test armed it (src/testing/fault-injection.ts, `armFromEnvironment`). */
export function boundary(name: Boundary): void {
  onBoundary?.(name);
}

/** For tests alone: what happens at each boundary from now on; null, nothing again. */
export function armBoundaries(listener: ((name: Boundary) => void) | null): void {
  onBoundary = listener;
}

/**
 * For the crash tests alone (scripts/crash): this process kills itself, as `kill -9` would, at the passage through a boundary
 * that `CRASH_AT` names. Only under APP_MODE=test; does nothing anywhere else, whatever the variable says.
 */
export function armFromEnvironment(): void {
  const { APP_MODE: mode, CRASH_AT: order } = env();
  if (mode !== 'test' || order === undefined) return;
  const [name, passage] = order.split('@');
  let left = Number(passage);
  armBoundaries((reached) => {
    if (reached !== name) return;
    left -= 1;
    if (left === 0) process.kill(process.pid, 'SIGKILL');
  });
}
