import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildBundles } from './build-bundles';
import { type Environment, root } from './environment';
import { runProcess } from './processes';

/** Everything that the result depends on. */
const SOURCES = [
  'src/**/*',
  'public/**/*',
  'prisma/**/*',
  'worker.ts',
  'next.config.js',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.node.json',
  'scripts/lib/build-bundles.ts',
];
/** Not part of what is shipped, or made by the build itself. */
const LEFT_OUT = /\.(test|stories)\.tsx?$|src\/server\/db\/generated|public\/dsfr/;
const STAMP = join(root, '.next', 'built-from');

/** Builds the web application and the bundles, unless they were built from these very sources. Tells whether it built. */
export async function ensureBuild(env: Environment, onLine?: (line: string) => void): Promise<boolean> {
  const wanted = hashSources(env);
  const isThere =
    existsSync(STAMP) && readFileSync(STAMP, 'utf8') === wanted && existsSync(join(root, 'dist/worker.js'));
  if (isThere) return false;
  await buildAll(env, onLine);
  return true;
}

/** Generated client, web application, bundles. */
export async function buildAll(env: Environment, onLine?: (line: string) => void): Promise<void> {
  rmSync(STAMP, { force: true });
  // Taken before: what changes while it builds must be built again.
  const sources = hashSources(env);
  const run = (name: string, script: string, ...args: string[]) =>
    runProcess({
      name,
      command: process.execPath,
      args: [join('node_modules', script), ...args],
      env: { ...env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
      onLine,
    });
  await run('prisma generate', 'prisma/build/index.js', 'generate');
  await run('next build', 'next/dist/bin/next', 'build');
  await buildBundles();
  mkdirSync(join(root, '.next'), { recursive: true });
  writeFileSync(STAMP, sources);
}

function hashSources(env: Environment): string {
  const hash = createHash('sha256');
  // Values of these variables are written into the browser's files.
  for (const [name, value] of Object.entries(env).sort()) {
    if (name.startsWith('NEXT_PUBLIC_')) hash.update(`${name}=${value}\n`);
  }
  const files = SOURCES.flatMap((pattern) => globSync(pattern, { cwd: root }));
  for (const file of [...new Set(files)].sort()) {
    if (LEFT_OUT.test(file) || !statSync(join(root, file)).isFile()) continue;
    hash.update(`${file}\n`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
