import { createHash } from 'node:crypto';
import type { ExportRow } from '@/spreadsheet/export-row';
import type { ExportColumn, ExportTable } from './export-file';
import type { FoundHeader } from './find-header';
import { toPlainWords } from './plain-words';

/** Rows looked at to find the header and the kinds of the columns. */
export const firstRows = 300;
const sampleRows = 200;

export type TableSource = Pick<ExportTable, 'sheet' | 'isHidden' | 'is1904' | 'readRows'>;

/** A table from its first rows and its header. Null when no row under the header holds a figure. */
export function toTable(rows: readonly ExportRow[], header: FoundHeader, source: TableSource): ExportTable | null {
  const sample = rows
    .slice(header.index + 1)
    .filter((row) => !isBlank(row))
    .slice(0, sampleRows);
  if (!sample.some(({ cells }) => cells.some((cell) => typeof cell === 'number' || /\d/.test(String(cell)))))
    return null;
  return {
    ...source,
    headerRow: header.last,
    columns: header.columns,
    preamble: rows.slice(0, header.index).filter((row) => !isBlank(row)),
    sample,
    shape: toShape(header.columns),
    readRows: (signal) => readRowsUnder(header.last, source.readRows(signal)),
  };
}

function isBlank({ cells, isCut }: ExportRow): boolean {
  return !isCut && cells.every((cell) => cell === null);
}

async function* readRowsUnder(
  headerRow: number,
  batches: AsyncIterable<readonly ExportRow[]>,
): AsyncGenerator<readonly ExportRow[]> {
  for await (const batch of batches) yield batch.filter((row) => row.row > headerRow && !isBlank(row));
}

function toShape(columns: readonly ExportColumn[]): string {
  const names = columns.map(({ header }) => toPlainWords(header)).filter((name) => name !== '');
  return createHash('sha256').update(JSON.stringify(names.sort())).digest('hex').slice(0, 32);
}
