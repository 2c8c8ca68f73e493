import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Failure } from './failure.mjs';
import { type Environment } from './environment';
import { type ManagedProcess, runProcess, startProcess } from './processes';

/** Production runs what `npm run build` made; development runs the sources and starts again when they change. */
export type Mode = 'production' | 'development';

export type ServiceOptions = {
  readonly mode: Mode;
  readonly env: Environment;
  readonly onLine?: (line: string, stream: 'stdout' | 'stderr') => unknown;
};

export type Sandbox = {
  readonly process: ManagedProcess;
  /** Where the simulated outside world listens: variables for the web and worker processes, and for people. */
  readonly environment: Record<string, string>;
};

const START_PATIENCE_MILLISECONDS = 90_000;
const CHECK_PAUSE_MILLISECONDS = 100;

/** Starts src/sandbox: its first JSON line says where it listens. Ports of 0 in `env` mean free ones. */
export async function startSandbox({ mode, env, onLine }: ServiceOptions): Promise<Sandbox> {
  let announce: (environment: Record<string, string>) => void = () => undefined;
  const ready = new Promise<Record<string, string>>((resolve) => (announce = resolve));
  const process = startNode(
    'simulated outside world',
    mode === 'production' ? ['dist/sandbox.js'] : tsx('src/sandbox/main.ts'),
    env,
    {
      onLine(line, stream) {
        const environment = stream === 'stdout' ? readAnnouncement(line) : null;
        if (environment !== null) announce(environment);
        onLine?.(line, stream);
      },
    },
  );
  const environment = await Promise.race([ready, process.ended.then(() => null)]);
  if (environment === null) throw failed(process);
  return { process, environment };
}

/** Runs prisma/seed.ts, which prints the demo accounts for people. */
export async function runSeed({ mode, env }: ServiceOptions): Promise<string> {
  const lines: string[] = [];
  await runProcess({
    name: 'seed',
    command: process.execPath,
    args: mode === 'production' ? ['--enable-source-maps', 'dist/seed.js'] : tsx('prisma/seed.ts'),
    env: { ...env, LOG_LEVEL: 'error' },
    onLine: (line, stream) => stream === 'stdout' && lines.push(line),
  });
  return lines.join('\n');
}

export function startWorker({ mode, env, onLine }: ServiceOptions): ManagedProcess {
  const args = mode === 'production' ? ['--enable-source-maps', 'dist/worker.js'] : [...tsx('worker.ts', 'watch')];
  return startNode('worker', args, withMode(env, mode), { onLine });
}

/** Starts one web process and returns once it answers people. */
export async function startWeb(options: ServiceOptions & { readonly port: number }): Promise<ManagedProcess> {
  const { mode, env, onLine, port } = options;
  const command = mode === 'production' ? 'start' : 'dev';
  const args = [join('node_modules', 'next', 'dist', 'bin', 'next'), command, '-H', '127.0.0.1', '-p', String(port)];
  const web = startNode('web', args, withMode(env, mode), { onLine });
  await waitUntilOk(`http://127.0.0.1:${port}/api/health`, web);
  return web;
}

/** Waits for a 200 while the process lives. */
export async function waitUntilOk(url: string, process: ManagedProcess): Promise<void> {
  const deadline = Date.now() + START_PATIENCE_MILLISECONDS;
  while (process.isRunning() && Date.now() < deadline) {
    const isOk = await fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
      (response) => response.ok,
      () => false,
    );
    if (isOk) return;
    await wait(CHECK_PAUSE_MILLISECONDS);
  }
  await process.kill();
  throw failed(process);
}

function startNode(
  name: string,
  args: readonly string[],
  env: Environment,
  { onLine }: Pick<ServiceOptions, 'onLine'>,
): ManagedProcess {
  return startProcess({ name, command: process.execPath, args, env, onLine });
}

function tsx(file: string, ...flags: string[]): string[] {
  return [join('node_modules', 'tsx', 'dist', 'cli.mjs'), ...flags, '--tsconfig', 'tsconfig.node.json', file];
}

function withMode(env: Environment, mode: Mode): Environment {
  return { ...env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' };
}

function readAnnouncement(line: string): Record<string, string> | null {
  if (!line.startsWith('{')) return null;
  const parsed = JSON.parse(line) as { environment?: Record<string, string> };
  return parsed.environment ?? null;
}

function failed(process: ManagedProcess): Error {
  const tail = process.tail();
  if (/EADDRINUSE/.test(tail))
    return new Failure(`Un port de « ${process.name} » est déjà pris par un autre programme.`);
  return new Error(`${process.name} did not start\n${tail}`);
}
