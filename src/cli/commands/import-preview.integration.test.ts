import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { writeWorkbook } from '@/testing/write-workbook';

const root = join(import.meta.dirname, '..', '..', '..');
const cli = [
  join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs'),
  '--tsconfig',
  'tsconfig.node.json',
  'src/cli/main.ts',
];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-preview-'));
});
afterAll(() => rm(folder, { recursive: true }));

type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** `import preview` with these words after it, in a process of its own, without database. */
function preview(words: readonly string[]): Promise<Run> {
  const child = spawn(process.execPath, [...cli, 'import', 'preview', ...words], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: '' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

async function givenFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const undated =
  'Billet;Prix payé;Nom;E-mail\nPlein;15,00 €;Kerbrat;k@public.example\nExonéré;0;Lozach;l@public.example\nPlein;quinze;Benali;b@public.example\n';

describe('The command « import preview »', () => {
  it('prints one JSON document and asks what the file cannot tell', async () => {
    const file = await givenFile('undated.csv', undated);
    const first = await preview(['--file', file, '--json']);
    expect([first.code, first.stderr]).toEqual([0, '']);
    const asked = JSON.parse(first.stdout);
    expect(Object.keys(asked)).toEqual(['series', 'requests', 'warnings', 'unreadableRows', 'needs', 'mapping']);
    expect(asked.series).toEqual([]);
    expect(asked.needs.map(({ code }: { code: string }) => code)).toEqual([
      'performance-date',
      'series-name',
      'tax-rate',
    ]);
    expect(asked.unreadableRows).toEqual([{ row: 4, reason: 'montant illisible' }]);
    expect(first.stdout).not.toMatch(/Kerbrat|public\.example/);
  });

  it('takes the answers, and the mapping that remembers them', async () => {
    const file = await givenFile('answered.csv', undated);
    const answers = ['--series-name', 'La Nuit', '--start-at', '2026-06-26T20:30:00+02:00', '--tax-rate-bp', '550'];
    const second = await preview(['--file', file, ...answers, '--json']);
    const answered = JSON.parse(second.stdout);
    expect(answered.needs).toEqual([]);
    expect(answered.series).toEqual([
      {
        id: expect.any(String),
        name: 'La Nuit',
        performances: [
          {
            id: expect.any(String),
            startAt: '2026-06-26T18:30:00.000Z',
            endAt: null,
            includingTaxesCents: 1500,
            excludingTaxesCents: 1422,
            taxRateBp: 550,
            paidTickets: 1,
            freeTickets: 1,
          },
        ],
      },
    ]);

    const mapping = await givenFile('mapping.json', JSON.stringify(answered.mapping));
    const third = await preview(['--file', file, '--mapping', mapping, '--json']);
    expect(JSON.parse(third.stdout)).toEqual(answered);
  });

  it('reads a workbook and speaks to people in French without --json', async () => {
    const rows = [
      ['Spectacle', 'Date', 'Payants', 'Recette TTC', 'Taux de TVA'],
      ['La Nuit', '26/06/2026 20h30', 10, 100, 0.055],
      ['La Nuit', '31/06/2026 20h30', 10, 100, 0.055],
    ];
    const file = await givenFile('season.xlsx', writeWorkbook({ sheets: [{ name: 'Feuil1', rows }] }));
    const { code, stdout } = await preview(['--file', file]);
    expect(code).toBe(0);
    expect(stdout).toContain('La Nuit\n  2026-06-26T18:30:00.000Z  10 payants, 0 gratuits, ');
    expect(stdout).toContain('Ligne 3 : date impossible\n');
  });

  it('fails with one line and a reason for a refused file', async () => {
    const run = await preview(['--file', await givenFile('macros.xlsm', 'x'), '--json']);
    expect(run.code).toBe(1);
    expect(JSON.parse(run.stdout)).toEqual({
      error: { code: 'macros', message: expect.any(String), retryable: false },
    });
    expect(run.stderr.trim().split('\n')).toHaveLength(1);
  });

  it.each<readonly [string, readonly string[]]>([
    ['a mapping that is none', ['--file', 'package.json', '--mapping', 'package.json']],
    ['a rate that is no whole number', ['--file', 'package.json', '--tax-rate-bp', '5.5']],
  ])('exits with 2 for %s, and nothing on stdout', async (_title, words) => {
    const run = await preview(words);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).not.toBe('');
  });
});
