import type { ExportFile, ExportSource } from './export-file';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { maxExportBytes } from '@/spreadsheet/limits';
import { openCsv } from './open-csv';
import { openXlsx } from './open-xlsx';

/** The first entry of a zip, or its end when it holds none. */
const zipMarks = ['PK\u0003\u0004', 'PK\u0005\u0006'];
/** Compound files: old workbooks, and new ones under a password. */
const compoundMark = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const encryptedPart = Buffer.from('EncryptedPackage', 'utf16le');

/**
 * Opens the export of any ticketing software: finds its tables, their headers and a sample of their rows. Nothing is kept or written.
 * Throws an ExportRefusal, or `signal.reason`. The bytes must not change while the tables are read.
 */
export async function openExport({ name, bytes }: ExportSource, signal: AbortSignal): Promise<ExportFile> {
  signal.throwIfAborted();
  if (bytes.length > maxExportBytes) throw new ExportRefusal('too-large');
  if (bytes.length === 0) throw new ExportRefusal('empty');
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const format = toFormat(name, content);
  if (format === 'csv') return { format, tables: [openCsv(content)] };
  return { format, tables: await openXlsx(content, signal) };
}

/** The name says what the content must be; a content that is something else was renamed. */
function toFormat(name: string, content: Buffer): 'csv' | 'xlsx' {
  const extension = (/\.([a-z0-9]+)$/i.exec(name.trim())?.[1] ?? '').toLowerCase();
  const isZip = zipMarks.includes(content.toString('latin1', 0, 4));
  const isCompound = content.subarray(0, 8).equals(compoundMark);
  if (['xlsm', 'xltm', 'xlam'].includes(extension)) throw new ExportRefusal('macros');
  if (extension === 'xlsx') {
    if (isZip) return 'xlsx';
    throw new ExportRefusal(isCompound && content.includes(encryptedPart) ? 'encrypted' : 'not-what-its-name-says');
  }
  if (!['csv', 'txt', 'tsv'].includes(extension)) throw new ExportRefusal('unsupported-format');
  if (isZip || isCompound) throw new ExportRefusal('not-what-its-name-says');
  return 'csv';
}
