import { parse } from 'csv-parse/sync';
import { AppError } from '@/domain/errors';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import type { Cell } from '@/spreadsheet/export-row';
import { openWorkbookParts } from '@/spreadsheet/open-workbook-parts';
import { readSheetRows } from '@/spreadsheet/sheet-rows';
import { readWorkbook } from '@/spreadsheet/workbook';

/** A row with the number that a spreadsheet shows for it. */
export type AgencyRow = { readonly row: number; readonly cells: readonly string[] };

/** A list of agencies holds some 36,000 towns at most; anything longer is another file. */
const maxRows = 100_000;

/**
 * The tables of a file of agencies: the one of a CSV, or the visible sheets of an XLSX, as text. Told apart by their bytes, for a
 * name says little. Throws `invalid-input` with a French sentence when the file cannot be read.
 */
export async function readAgencyTables(file: Uint8Array): Promise<readonly (readonly AgencyRow[])[]> {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  const isWorkbook = bytes.toString('latin1', 0, 2) === 'PK';
  return isWorkbook ? readSheets(bytes) : [readCsv(file)];
}

async function readSheets(bytes: Buffer): Promise<AgencyRow[][]> {
  try {
    const parts = await openWorkbookParts(bytes);
    const workbook = await readWorkbook(parts);
    const tables: AgencyRow[][] = [];
    for (const { path } of workbook.sheets.filter(({ isHidden }) => !isHidden)) {
      const rows: AgencyRow[] = [];
      for await (const batch of readSheetRows(parts, workbook, path, new AbortController().signal)) {
        rows.push(...batch.map(({ row, cells }) => ({ row, cells: Array.from(cells, toText) })));
        if (rows.length > maxRows) throw new AppError('invalid-input', 'ce classeur est trop long pour cette liste');
      }
      tables.push(rows);
    }
    return tables;
  } catch (error) {
    if (!(error instanceof ExportRefusal)) throw error;
    const sentence = 'ce classeur ne peut pas être lu : enregistrez-le de nouveau au format XLSX ou CSV';
    throw new AppError('invalid-input', sentence, {}, { cause: error });
  }
}

/** Cells before the first value of a row are holes. A number is a postal code whose leading zero is gone. */
function toText(cell: Cell | undefined): string {
  return typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '';
}

function readCsv(file: Uint8Array): AgencyRow[] {
  const text = decode(file);
  const [firstLine = ''] = text.split(/\r?\n/, 1);
  const delimiter = [';', '\t', ','].find((candidate) => firstLine.includes(candidate)) ?? ',';
  try {
    const rows: string[][] = parse(text, {
      bom: true,
      delimiter,
      relaxColumnCount: true,
      relaxQuotes: true,
      skipEmptyLines: false,
    });
    return rows.map((cells, index) => ({ row: index + 1, cells }));
  } catch {
    throw new AppError('invalid-input', 'ce fichier n’est pas un tableau CSV lisible');
  }
}

/** Windows-1252 and Latin-1 agree on everything these files hold (accents in names of towns). */
function decode(file: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return new TextDecoder('latin1').decode(file);
  }
}
