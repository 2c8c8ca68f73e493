import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { extractText, getDocumentProxy } from 'unpdf';

jest.setTimeout(60_000);

const example = 'src/declarations/fixtures/example-declaration.json';
const cli = ['node_modules/tsx/dist/cli.mjs', '--tsconfig', 'tsconfig.node.json', 'src/cli/main.ts', 'declaration'];
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'declaration-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

type Run = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

/** `declaration …` in a process of its own, as an operator runs it. */
function run(...words: string[]): Promise<Run> {
  const child = spawn(process.execPath, [...cli, ...words]);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr.on('data', (chunk) => (stderr += String(chunk)));
  return new Promise((done) => child.on('close', (code) => done({ code, stdout, stderr })));
}

/** A copy of the example, changed, in a file. */
async function givenFile(change: (document: ReturnType<typeof JSON.parse>) => void): Promise<string> {
  const document = JSON.parse(await readFile(example, 'utf8'));
  change(document);
  const file = path.join(folder, `${createHash('sha256').update(JSON.stringify(document)).digest('hex')}.json`);
  await writeFile(file, JSON.stringify(document));
  return file;
}

describe('The command « declaration render »', () => {
  it('writes the very XML that SACD would receive', async () => {
    const out = path.join(folder, 'sacd.xml');
    const { code, stdout, stderr } = await run('render', '--organism', 'sacd', '--input', example, '--out', out);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('application/xml');
    const golden = await readFile('src/declarations/sacd/fixtures/example-declaration.xml', 'utf8');
    expect(await readFile(out, 'utf8')).toBe(golden.trimEnd());
  });

  it('writes the statement of SACEM, the same bytes in each process', async () => {
    const [first, second] = [path.join(folder, '1.pdf'), path.join(folder, '2.pdf')];
    const runs = [
      await run('render', '--organism', 'sacem', '--input', example, '--out', first, '--json'),
      await run('render', '--organism', 'sacem', '--input', example, '--out', second, '--json'),
    ];
    const [bytes, again] = [await readFile(first), await readFile(second)];
    expect(bytes.equals(again)).toBe(true);
    expect(runs.map(({ code, stdout }) => [code, JSON.parse(stdout)])).toEqual(
      [first, second].map((file) => [
        0,
        {
          file,
          filename: 'Déclaration SACEM - la-nuit-des-gardiens.pdf',
          contentType: 'application/pdf',
          bytes: bytes.byteLength,
          sha256: createHash('sha256').update(bytes).digest('hex'),
        },
      ]),
    );
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    expect(text.replace(/\s+/gu, ' ')).toContain('Total des recettes 3 041,47 € 203,53 € 3 245,00 €');
  });

  it('writes the file of SIBIL, byte for byte', async () => {
    const out = path.join(folder, 'sibil.csv');
    const { code, stdout, stderr } = await run('render', '--organism', 'sibil', '--input', example, '--out', out);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('text/csv');
    const golden = await readFile('src/declarations/sibil/fixtures/example-declaration.csv');
    expect((await readFile(out)).equals(golden)).toBe(true);
  });

  it.each([['cnm'], ['astp']])('writes the statement of %s, with its tax', async (organism) => {
    const out = path.join(folder, `${organism}.pdf`);
    const { code, stdout } = await run('render', '--organism', organism, '--input', example, '--out', out, '--json');
    const bytes = await readFile(out);
    expect([code, JSON.parse(stdout)]).toEqual([
      0,
      {
        file: out,
        filename: `Déclaration ${organism.toUpperCase()} - la-nuit-des-gardiens.pdf`,
        contentType: 'application/pdf',
        bytes: bytes.byteLength,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      },
    ]);
    const { text } = await extractText(await getDocumentProxy(new Uint8Array(bytes)), { mergePages: true });
    expect(text.replace(/\s+/gu, ' ')).toContain('Taxe, arrondie au centime 97,04 €');
  });

  it('writes nothing of an incomplete declaration, and says the first thing that is missing', async () => {
    const input = await givenFile((document) => delete document.series.producer);
    const out = path.join(folder, 'incomplete.xml');
    const { code, stdout, stderr } = await run('render', '--organism', 'sacd', '--input', input, '--out', out);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toBe('déclaration incomplète : Indiquez le producteur du spectacle. (series.producer)\n');
    await expect(readFile(out)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it.each([
    ['a file that is not there', 'rien.json', 'fichier introuvable'],
    ['a file that is no JSON', 'LICENSE', 'n’est pas du JSON'],
    ['JSON of another kind', 'package.json', 'declaredAt est absent ou mal formé'],
  ])('fails in one line for %s', async (_case, input, reason) => {
    const out = path.join(folder, 'nothing.pdf');
    const { code, stderr } = await run('render', '--organism', 'sacem', '--input', input, '--out', out);
    expect(code).toBe(1);
    expect(stderr).toContain(reason);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
  });

  it('fails in one line where it cannot write', async () => {
    const out = path.join(folder, 'no', 'such', 'folder.pdf');
    const { code, stderr } = await run('render', '--organism', 'sacd', '--input', example, '--out', out);
    expect(code).toBe(1);
    expect(stderr).toBe(`${out} : impossible d’écrire ce fichier\n`);
  });

  it.each([
    ['no organism', ['render', '--input', example, '--out', 'x']],
    ['an unknown organism', ['render', '--organism', 'fisc', '--input', example, '--out', 'x']],
    ['no output', ['render', '--organism', 'sacd', '--input', example]],
    ['an unknown option', ['check', '--organism', 'sacd', '--input', example, '--colour']],
  ])('exits with 2 for %s', async (_case, words) => {
    const { code, stdout, stderr } = await run(...words);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).not.toBe('');
  });
});

describe('The command « declaration check »', () => {
  it.each(['sacem', 'sacd', 'cnm', 'astp', 'sibil'])('says that the example is complete for %s', async (organism) => {
    const { code, stdout, stderr } = await run('check', '--organism', organism, '--input', example, '--json');
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({ organism: organism.toUpperCase(), complete: true, issues: [] });
  });

  it('lists what is missing or wrong, with its field, its place and its sentence', async () => {
    const input = await givenFile((document) => {
      delete document.organization.sacdId;
      document.performances[0].ticketing.includingTaxesCents = 0;
      document.performances[1].ticketing.freeTickets = 500;
      document.performances[0].ticketing.paidTickets = 0;
    });
    const { code, stdout, stderr } = await run('check', '--organism', 'sacd', '--input', input, '--json');
    expect([code, stderr]).toEqual([1, 'SACD : 2\u00a0points à compléter ou à corriger\n']);
    expect(JSON.parse(stdout)).toEqual({
      organism: 'SACD',
      complete: false,
      issues: [
        {
          organism: 'SACD',
          severity: 'missing',
          code: 'required',
          field: 'organization.sacdId',
          section: 'Structure',
          message: 'Indiquez l’identifiant SACD de votre structure.',
        },
        {
          organism: 'SACD',
          severity: 'wrong',
          code: 'amount-one-zero',
          field: 'performances.ticketing',
          performanceId: 'rep-1',
          section: 'Représentations',
          message:
            'Complétez les recettes de billetterie\u00a0: un montant HT va avec un montant TTC, et zéro avec zéro.',
        },
        {
          organism: 'SACD',
          severity: 'warning',
          code: 'more-tickets-than-capacity',
          field: 'performances.tickets',
          performanceId: 'rep-2',
          section: 'Représentations',
          message: 'Il y a plus de billets que de places\u00a0: vérifiez les billets ou la jauge.',
        },
      ],
    });
  });

  it('reads a draft where nothing is given yet, and speaks to people without --json', async () => {
    const input = await givenFile((document) => {
      document.series = { id: 'serie-01', name: 'La Nuit' };
      document.performances = [];
    });
    const { code, stdout } = await run('check', '--organism', 'sacem', '--input', input);
    expect(code).toBe(1);
    expect(stdout.split('\n')).toEqual([
      'manque · Informations · Indiquez le genre du spectacle. (series.genre)',
      'manque · Informations · Indiquez le lieu du spectacle. (series.venue)',
      'manque · Informations · Indiquez la jauge de la salle. (series.capacity)',
      'manque · Dépenses · Indiquez les dépenses totales. (series.expenses.total)',
      'manque · Dépenses · Indiquez les frais d’approche. (series.expenses.approach)',
      'manque · Représentations · Ajoutez au moins une représentation. (performances)',
      'SACEM : incomplète',
      '',
    ]);
  });
});
