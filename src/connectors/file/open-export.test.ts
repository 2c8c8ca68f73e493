import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { maxExportBytes } from '@/spreadsheet/limits';
import { openExport } from './open-export';
import { readImport } from '@/testing/read-import';
import { writeCsv } from '@/testing/write-exports';
import { writeWorkbook, writeZip, type ZipEntry } from '@/testing/write-workbook';

const quiet = new AbortController().signal;
const csv = 'Spectacle;Date;Prix;TVA\nLa Nuit;26/06/2026 20:30;10,00;5,5\n';
const rows = csv
  .trim()
  .split('\n')
  .map((line) => line.split(';'));
const workbook = writeWorkbook({ sheets: [{ name: 'Export', rows }] });
const part = (name: string, content = 'x'): ZipEntry => ({ name, content: Buffer.from(content) });

async function refuse(name: string, content: string | Uint8Array): Promise<ExportRefusal> {
  const outcome = await readImport(typeof content === 'string' ? Buffer.from(content) : content, {}, name).catch(
    (error: unknown) => error,
  );
  if (outcome instanceof ExportRefusal) return outcome;
  throw new Error('a refusal was expected', { cause: outcome });
}

/** The workbook above with parts added. */
function extend(parts: Readonly<Record<string, string>>): Buffer {
  return writeWorkbook({ sheets: [{ name: 'Export', rows }], parts });
}

describe('A file that is refused', () => {
  const doctype =
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;">]><sst><si><t>&c;</t></si></sst>';
  it.each<readonly [string, string, string, string | Uint8Array]>([
    ['empty', 'it is empty', 'a.csv', ''],
    ['empty', 'it holds blanks only', 'a.csv', '\r\n  \r\n'],
    ['empty', 'its only sheet is empty', 'a.xlsx', writeWorkbook({ sheets: [{ name: 'Feuil1', rows: [] }] })],
    ['no-header', 'it has no header', 'a.csv', 'La Nuit;26/06/2026 20:30;10,00\nLa Nuit;26/06/2026 20:30;12,00\n'],
    [
      'no-header',
      'its sheet has no header',
      'a.xlsx',
      writeWorkbook({ sheets: [{ name: 'Feuil1', rows: [['a'], ['b']] }] }),
    ],
    ['no-figures', 'it has no rows', 'a.csv', 'Spectacle;Date;Prix\n'],
    [
      'no-figures',
      'it holds people only',
      'a.csv',
      'Nom;Prénom;Email;Téléphone\nKerbrat;Aïcha;a@public.example;0600000000\n',
    ],
    ['not-what-its-name-says', 'a workbook is called CSV', 'a.csv', workbook],
    ['not-what-its-name-says', 'a CSV is called workbook', 'a.xlsx', csv],
    ['not-what-its-name-says', 'it is a page', 'a.csv', '<html><body><table></table></body></html>'],
    [
      'not-what-its-name-says',
      'it is a picture',
      'a.csv',
      Buffer.from('\u0089PNG\r\n\u001a\n\u0000\u0000\u0000\u0000\u0001IHDR\u0000\u0001;x', 'latin1'),
    ],
    ['not-what-its-name-says', 'it is another archive', 'a.xlsx', writeZip([part('photo.jpg')])],
    ['unsupported-format', 'it is an old workbook', 'a.xls', Buffer.from('d0cf11e0a1b11ae100', 'hex')],
    ['unsupported-format', 'it is an OpenDocument', 'a.ods', workbook],
    [
      'unsupported-format',
      'an OpenDocument is called workbook',
      'a.xlsx',
      writeZip([part('mimetype'), part('content.xml')]),
    ],
    ['unsupported-format', 'it is a PDF', 'a.pdf', '%PDF-1.7'],
    [
      'encrypted',
      'it has a password',
      'a.xlsx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    ],
    ['encrypted', 'a part has a password', 'a.xlsx', writeZip([{ ...part('xl/workbook.xml'), flags: 0x801 }])],
    ['macros', 'its name says macros', 'a.xlsm', workbook],
    ['macros', 'it holds macros', 'a.xlsx', extend({ 'xl/vbaProject.bin': 'x' })],
    [
      'too-many-entries',
      'it holds thousands of entries',
      'a.xlsx',
      writeZip(Array.from({ length: 2000 }, (_, at) => part(`xl/${at}.xml`))),
    ],
    ['climbing-path', 'a path climbs out', 'a.xlsx', writeZip([part('xl/workbook.xml'), part('../../etc/passwd')])],
    ['climbing-path', 'a path is absolute', 'a.xlsx', writeZip([part('xl/workbook.xml'), part('/etc/passwd')])],
    ['entities', 'it declares entities', 'a.xlsx', extend({ 'xl/sharedStrings.xml': doctype })],
    ['damaged', 'a part is no XML', 'a.xlsx', extend({ 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' })],
    ['damaged', 'two parts have one name', 'a.xlsx', writeZip([part('xl/workbook.xml'), part('xl/workbook.xml')])],
    ['damaged', 'it is cut', 'a.xlsx', workbook.subarray(0, workbook.length - 40)],
  ])('is %s when %s', async (reason, _title, name, content) => {
    const refusal = await refuse(name, content);
    expect(refusal.reason).toBe(reason);
    expect(refusal.sentence).toMatch(/^[A-ZÀ-Ü][^\n]+\.$/);
  });

  it('is too large before a byte of it is looked at', async () => {
    await expect(openExport({ name: 'a.csv', bytes: Buffer.alloc(maxExportBytes + 1) }, quiet)).rejects.toMatchObject({
      reason: 'too-large',
    });
  });

  it('expands too much, by what it declares or by what it really holds', async () => {
    const zeros = Buffer.alloc(20 * 1024 * 1024);
    expect(
      (await refuse('a.xlsx', writeZip([part('xl/workbook.xml'), { name: 'xl/bomb.xml', content: zeros }]))).reason,
    ).toBe('expands-too-much');
    const declared = { ...part('xl/bomb.xml'), declaredSize: 0x7fff_ffff };
    expect((await refuse('a.xlsx', writeZip([part('xl/workbook.xml'), declared]))).reason).toBe('expands-too-much');
    const sheet = `<worksheet><sheetData>${'<row/>'.repeat(10_000)}</sheetData></worksheet>`;
    const lying = { name: 'xl/worksheets/sheet1.xml', content: Buffer.from(sheet), declaredSize: 100 };
    const parts = ['xl/workbook.xml', 'xl/_rels/workbook.xml.rels'].map((name) => ({
      name,
      content: Buffer.from(toPart(name)),
    }));
    expect((await refuse('a.xlsx', writeZip([...parts, lying]))).reason).toBe('damaged');
  });

  it('says nothing of what it holds in its message', async () => {
    const refusal = await refuse(
      'kerbrat.csv',
      'Nom;Prénom;Email;Téléphone\nKerbrat;Aïcha;a@public.example;0600000000\n',
    );
    expect(`${refusal.message} ${refusal.sentence}`).not.toMatch(/kerbrat|public\.example/i);
  });
});

function toPart(name: string): string {
  return name.endsWith('.rels')
    ? '<Relationships><Relationship Id="r1" Type="x/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'
    : '<workbook><sheets><sheet name="a" r:id="r1" xmlns:r="x"/></sheets></workbook>';
}

describe('A file cut or changed anywhere', () => {
  const isTyped = async (name: string, bytes: Buffer): Promise<boolean> =>
    readImport(bytes, {}, name).then(
      () => true,
      (error: unknown) => error instanceof ExportRefusal,
    );

  it.each([
    [
      'UTF-8',
      writeCsv([...rows, ['Œuvre « L’Été »', '27/06/2026 20:30', '1 234,50 €', '5,5']], {
        separator: ';',
        encoding: 'utf-8',
        lineBreak: '\r\n',
      }),
    ],
    ['UTF-16', writeCsv(rows, { separator: '\t', encoding: 'utf-16le', lineBreak: '\n' })],
  ])('gives a result or a refusal, never another error (%s)', async (_title, bytes) => {
    for (let length = 0; length <= bytes.length; length += 1)
      expect(await isTyped('a.csv', bytes.subarray(0, length))).toBe(true);
  });

  it('gives a result or a refusal for a workbook too', async () => {
    for (let length = 0; length <= workbook.length; length += 7)
      expect(await isTyped('a.xlsx', workbook.subarray(0, length))).toBe(true);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: workbook.length - 1 }), fc.nat({ max: 255 }), async (at, byte) => {
        const changed = Buffer.from(workbook);
        changed[at] = byte;
        return isTyped('a.xlsx', changed);
      }),
      { numRuns: 60 },
    );
  });

  it('gives a result or a refusal for any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom('"', ';', '\n', 'Spectacle', 'Date', 'Prix', '10,00', '26/06/2026 20:30', '€', ' ', '-'),
          { maxLength: 40 },
        ),
        (parts) => isTyped('a.csv', Buffer.from(parts.join(''))),
      ),
      { numRuns: 80 },
    );
  });
});

describe('Reading', () => {
  it('stops when it is told to', async () => {
    const reason = new Error('shutdown');
    await expect(openExport({ name: 'a.csv', bytes: Buffer.from(csv) }, AbortSignal.abort(reason))).rejects.toBe(
      reason,
    );
  });

  it('keeps €, œ and ’ of Windows-1252, whatever the Node in use', async () => {
    const bytes = writeCsv(
      [
        ['Spectacle', 'Date', 'Prix', 'TVA'],
        ['L’œuvre à 10 €…', '26/06/2026 20:30', '10,00 €', '5,5'],
      ],
      { separator: ';', encoding: 'windows-1252', lineBreak: '\r\n' },
    );
    const { series } = await readImport(bytes, {}, 'a.csv');
    expect(series.map(({ name }) => name)).toEqual(['L’œuvre à 10 €…']);
  });
});
