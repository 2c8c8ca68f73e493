import 'server-only';

/** Places between two effects where a process may die: what a test can make happen exactly there. */
export type Boundary =
  | 'transmit.before-commit'
  | 'transmit.committed'
  | 'step.claimed'
  | 'step.sending-recorded'
  | 'step.delivered'
  | 'step.outcome-recorded';

let onBoundary: ((name: Boundary) => void) | null = null;

/** Does nothing, unless a test armed it (src/testing/fault-injection.ts). */
export function boundary(name: Boundary): void {
  onBoundary?.(name);
}

/** For tests alone: what happens at each boundary from now on; null, nothing again. */
export function armBoundaries(listener: ((name: Boundary) => void) | null): void {
  onBoundary = listener;
}
