import type { ExportRow } from '@/spreadsheet/export-row';
import type { ExportTable } from './export-file';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { findHeader } from './find-header';
import { openWorkbookParts } from '@/spreadsheet/open-workbook-parts';
import { readSheetRows } from '@/spreadsheet/sheet-rows';
import { firstRows, toTable } from './to-table';
import { readWorkbook } from '@/spreadsheet/workbook';

/** The sheets of a workbook that hold a header and figures. Reads the first rows of each. */
export async function openXlsx(bytes: Buffer, signal: AbortSignal): Promise<readonly ExportTable[]> {
  const parts = await openWorkbookParts(bytes);
  const workbook = await readWorkbook(parts);
  const tables: ExportTable[] = [];
  let reason: 'empty' | 'no-header' | 'no-figures' = 'empty';
  for (const { name, isHidden, path } of workbook.sheets) {
    const readRows = (rowsSignal: AbortSignal): AsyncIterable<readonly ExportRow[]> =>
      readSheetRows(parts, workbook, path, rowsSignal);
    const rows = await readFirst(readRows(signal));
    const header = findHeader(rows);
    const table = header && toTable(rows, header, { sheet: name, isHidden, is1904: workbook.is1904, readRows });
    if (table) tables.push(table);
    else if (header) reason = 'no-figures';
    else if (rows.length > 0 && reason === 'empty') reason = 'no-header';
  }
  if (tables.length === 0) throw new ExportRefusal(reason);
  return tables;
}

async function readFirst(batches: AsyncIterable<readonly ExportRow[]>): Promise<readonly ExportRow[]> {
  const rows: ExportRow[] = [];
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length >= firstRows) break;
  }
  return rows.slice(0, firstRows);
}
