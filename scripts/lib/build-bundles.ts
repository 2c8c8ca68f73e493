import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from './environment';

/** Program name → its entry. Each becomes dist/<name>.js. */
const entries = {
  worker: './worker.ts',
  cli: './src/cli/main.ts',
  sandbox: './src/sandbox/main.ts',
  seed: './prisma/seed.ts',
};

/** Bundles the programs that run without Next.js. Packages stay outside; what is loaded on demand stays in files of its own. */
export async function buildBundles(): Promise<void> {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  await bundlePrograms(entries, 'dist');
}

/** Program name → its entry, into `<folder>/<name>.js` of the project. */
export async function bundlePrograms(programs: Record<string, string>, folder: string): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: programs,
    outdir: folder,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node22',
    packages: 'external',
    // Its paths also stand for `server-only`, which has nothing to guard here.
    tsconfig: 'tsconfig.node.json',
    jsx: 'automatic',
    sourcemap: 'linked',
    logLevel: 'warning',
  });
}
