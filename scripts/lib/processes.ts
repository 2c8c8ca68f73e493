import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Environment, root } from './environment';

export type ProcessOptions = {
  /** Names it in messages. */
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Environment;
  readonly cwd?: string;
  /** Every line of its standard output and error. */
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => unknown;
  /** The signal that asks for an orderly end; SIGTERM unless told. */
  readonly stopSignal?: NodeJS.Signals;
  /** Others need it to end in order: stopEverything() stops it after them. */
  readonly stopsLast?: boolean;
  /** How many of its last lines `tail()` gives; 40 unless told. */
  readonly keptLines?: number;
  readonly uid?: number;
  readonly gid?: number;
};

export type ManagedProcess = {
  readonly name: string;
  readonly pid: number;
  /** Settles at the end of the process, never rejects. */
  readonly ended: Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }>;
  /** The last lines it printed: for the message when it fails. */
  tail(): string;
  isRunning(): boolean;
  /** Asks for an orderly end, insists after `patienceMilliseconds`, and returns once the process is gone. */
  stop(patienceMilliseconds?: number): Promise<void>;
  /** `kill -9` to the process and all it started. */
  kill(): Promise<void>;
};

const KEPT_LINES = 40;
const STOP_PATIENCE_MILLISECONDS = 8000;

/** Running process → whether it stops last. */
const everything = new Map<ManagedProcess, boolean>();

let guardian: ChildProcess | undefined;

function tellGuardian(message: string): void {
  if (guardian === undefined) {
    guardian = spawn(process.execPath, [join(import.meta.dirname, 'guardian.mjs')], {
      cwd: root,
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    guardian.unref();
    guardian.stdin?.on('error', () => undefined);
    const pipe = guardian.stdin;
    if (pipe !== null && 'unref' in pipe && typeof pipe.unref === 'function') pipe.unref();
  }
  guardian.stdin?.write(`${message}\n`);
}

/** Starts a program in a process group of its own, so that it stops with all it started; it never outlives this process. */
export function startProcess(options: ProcessOptions): ManagedProcess {
  const child = spawn(options.command, [...options.args], {
    cwd: options.cwd ?? root,
    env: options.env as NodeJS.ProcessEnv,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    uid: options.uid,
    gid: options.gid,
  });
  const lines: string[] = [];
  const keep = (line: string, stream: 'stdout' | 'stderr') => {
    lines.push(line);
    if (lines.length > (options.keptLines ?? KEPT_LINES)) lines.shift();
    options.onLine?.(line, stream);
  };
  createInterface({ input: child.stdout }).on('line', (line) => keep(line, 'stdout'));
  createInterface({ input: child.stderr }).on('line', (line) => keep(line, 'stderr'));

  const pid = child.pid;
  const stopSignal = options.stopSignal ?? 'SIGTERM';
  let running = pid !== undefined;
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('error', (error) => {
      keep(String(error), 'stderr');
      running = false;
      resolve({ code: 127, signal: null });
    });
    child.once('close', (code, signal) => {
      running = false;
      if (pid !== undefined) tellGuardian(`forget ${pid}`);
      resolve({ code, signal });
    });
  });
  if (pid !== undefined) tellGuardian(`watch ${pid} ${stopSignal}`);

  const signalGroup = (signal: NodeJS.Signals) => {
    if (pid === undefined || !running) return;
    try {
      process.kill(-pid, signal);
    } catch {
      // Gone in the meantime.
    }
  };

  const managed: ManagedProcess = {
    name: options.name,
    pid: pid ?? -1,
    ended,
    tail: () => lines.join('\n'),
    isRunning: () => running,
    async stop(patienceMilliseconds = STOP_PATIENCE_MILLISECONDS) {
      signalGroup(stopSignal);
      const insist = setTimeout(() => signalGroup('SIGKILL'), patienceMilliseconds);
      await ended;
      clearTimeout(insist);
    },
    async kill() {
      signalGroup('SIGKILL');
      await ended;
    },
  };
  everything.set(managed, options.stopsLast ?? false);
  void ended.then(() => everything.delete(managed));
  return managed;
}

/** Stops all that this process started and that still runs. */
export async function stopEverything(): Promise<void> {
  for (const wave of [false, true]) {
    const processes = [...everything].filter(([, stopsLast]) => stopsLast === wave);
    await Promise.all(processes.map(([process]) => process.stop()));
  }
}

/** Runs a program to its end, printing what it prints; rejects with its last lines when it fails. */
export async function runProcess(options: ProcessOptions): Promise<void> {
  const running = startProcess(options);
  const { code, signal } = await running.ended;
  if (code !== 0) {
    throw Object.assign(new Error(`${options.name}: ${signal ?? `exit code ${code}`}\n${running.tail()}`), {
      output: running.tail(),
      exitCode: code,
    });
  }
}
