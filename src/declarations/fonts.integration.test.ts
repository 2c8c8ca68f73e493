import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { build } from 'esbuild';
import { pickFontFamilies, resolvePackageFile } from './fonts';

jest.setTimeout(60_000);

const root = path.resolve(import.meta.dirname, '..', '..');
const marianne = '@codegouvfr/react-dsfr/dsfr/fonts/Marianne-Regular.woff';
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fonts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a program prints when it runs from the project. */
function run(...words: string[]): Promise<string> {
  const child = spawn(process.execPath, words, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  return new Promise((done) => child.on('close', () => done(output.trim())));
}

describe('font files', () => {
  it('are found from the project and from a folder of it', () => {
    const file = path.join(root, 'node_modules', marianne);
    expect(resolvePackageFile(marianne, root)).toBe(file);
    expect(resolvePackageFile(marianne, path.join(root, 'src', 'declarations'))).toBe(file);
  });

  it('say what to do when they are not installed', () => {
    expect(() => resolvePackageFile(marianne, folder)).toThrow('is not installed: run npm ci');
  });

  it('are found by a bundle (sources that run as they are: the test of the command « declaration render »)', async () => {
    const source = `import { resolvePackageFile } from '@/declarations/fonts';\nconsole.log(resolvePackageFile('${marianne}'));\n`;
    // Where bundles are: packages that stay outside are looked for from there.
    const bundle = path.join(root, '.cache', `fonts-${process.pid}.mjs`);
    await build({
      stdin: { contents: source, resolveDir: root, loader: 'ts' },
      absWorkingDir: root,
      outfile: bundle,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      tsconfig: 'tsconfig.node.json',
    });
    try {
      expect(await run(bundle)).toBe(path.join(root, 'node_modules', marianne));
    } finally {
      await rm(bundle);
    }
  });
});

describe('font families', () => {
  it('are Marianne alone for French, and others behind it for what it lacks', () => {
    expect(pickFontFamilies('Théâtre «Œdipe», 1\u00a0234,56\u00a0€ – l’été…')).toEqual(['Marianne']);
    expect(pickFontFamilies('Ωμέγα')).toEqual(['Marianne', 'DejaVu Sans']);
    expect(pickFontFamilies('La Nuit 🎭')).toHaveLength(13);
  });
});
