import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { waitUntil } from './wait-until';

export type WorkerProcess = {
  /** The lines it wrote, as JSON text. */
  readonly lines: readonly string[];
  /** Once it takes jobs. */
  ready(): Promise<void>;
  /** SIGTERM, then its exit code and how long it took, in milliseconds. */
  terminate(): Promise<{ code: number | null; milliseconds: number }>;
  /** SIGKILL: as if the machine had gone. */
  kill(): Promise<void>;
};

/** The worker as production runs it, in a process of its own, on the environment of this test file. */
export function startWorkerProcess(environment: Readonly<Record<string, string>> = {}): WorkerProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'worker.ts'], {
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      TSX_TSCONFIG_PATH: 'tsconfig.node.json',
      LOG_LEVEL: 'info',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => lines.push(line));
  }
  let exit: { code: number | null } | undefined;
  child.once('exit', (code) => {
    exit = { code };
  });
  const ended = () =>
    waitUntil(
      () => exit,
      (seen) => seen !== undefined,
      15_000,
    );
  return {
    lines,
    async ready() {
      await waitUntil(
        () => [...lines.slice(-5), exit ? `exit ${exit.code}` : ''],
        () => lines.some((line) => line.includes('worker ready')),
        30_000,
      );
    },
    async terminate() {
      const startedAt = performance.now();
      child.kill('SIGTERM');
      const seen = await ended();
      return { code: seen?.code ?? null, milliseconds: performance.now() - startedAt };
    },
    async kill() {
      if (exit) return;
      child.kill('SIGKILL');
      await ended();
    },
  };
}
