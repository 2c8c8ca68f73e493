import { type Cell } from '@/spreadsheet/export-row';
import { openWorkbookParts } from '@/spreadsheet/open-workbook-parts';
import { readSheetRows } from '@/spreadsheet/sheet-rows';
import { readWorkbook as readParts } from '@/spreadsheet/workbook';

export type ReadSheet = { readonly name: string; readonly rows: readonly (readonly Cell[])[] };

/** Every sheet of a workbook, as our own reader reads one that a stranger sends. */
export async function readSheets(bytes: Uint8Array): Promise<readonly ReadSheet[]> {
  const parts = await openWorkbookParts(Buffer.from(bytes));
  const workbook = await readParts(parts);
  const sheets: ReadSheet[] = [];
  for (const { name, path } of workbook.sheets) {
    const rows: (readonly Cell[])[] = [];
    for await (const batch of readSheetRows(parts, workbook, path, new AbortController().signal)) {
      rows.push(...batch.map(({ cells }) => cells));
    }
    sheets.push({ name, rows });
  }
  return sheets;
}

/** The rows of a sheet as objects, by the names of its columns. */
export function toRecords({ rows: [header = [], ...rows] }: ReadSheet): readonly Readonly<Record<string, Cell>>[] {
  return rows.map((cells) => Object.fromEntries(header.map((name, index) => [String(name), cells[index] ?? null])));
}
