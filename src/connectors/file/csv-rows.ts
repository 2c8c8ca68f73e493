import { CsvError, parse, type Options, type Parser } from 'csv-parse';
import { Readable } from 'node:stream';
import type { ExportRow } from '@/spreadsheet/export-row';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { maxColumns, maxRows } from '@/spreadsheet/limits';
import { decodeText, type TextEncoding } from './text-encoding';

const batchRows = 500;
const maxRecordCharacters = 200_000;

function toOptions(separator: string): Options {
  return {
    delimiter: separator,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: maxRecordCharacters,
    info: false,
  };
}

/** The first rows of a text, as this separator cuts them. What the text cuts at its end is left out. */
export function readFirstRows(text: string, separator: string, count: number): ExportRow[] {
  const parser = parse({ ...toOptions(separator), to: count });
  const rows: ExportRow[] = [];
  parser.on('error', () => undefined);
  parser.write(text);
  for (let record: unknown = parser.read(); record !== null; record = parser.read()) {
    rows.push(toRow(rows.length + 1, record));
  }
  parser.destroy();
  return rows;
}

/**
 * Every row of a CSV, by batches, numbered as a spreadsheet does (a quoted line break does not make a row). A file cut in its last
 * row gives that row as cut; so does a quote that is never closed. Leaves the processor to others between two batches.
 */
export async function* readCsvRows(
  bytes: Buffer,
  encoding: TextEncoding,
  separator: string,
  signal: AbortSignal,
): AsyncGenerator<readonly ExportRow[]> {
  const parser = parse(toOptions(separator));
  const source = Readable.from(decodeText(bytes, encoding));
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  let row = 0;
  let batch: ExportRow[] = [];
  try {
    for await (const record of readRecords(parser)) {
      row += 1;
      if (row > maxRows) throw new ExportRefusal('too-many-rows');
      batch.push(record === 'cut' ? { row, cells: [], isCut: true } : toRow(row, record));
      if (batch.length < batchRows) continue;
      yield batch;
      batch = [];
      await new Promise((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
    }
    if (batch.length > 0) yield batch;
  } finally {
    source.destroy();
    parser.destroy();
  }
}

async function* readRecords(parser: Parser): AsyncGenerator<unknown> {
  try {
    for await (const record of parser) yield record;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield 'cut';
  }
}

function toRow(row: number, record: unknown): ExportRow {
  if (!Array.isArray(record)) throw new ExportRefusal('damaged');
  if (record.length > maxColumns) throw new ExportRefusal('damaged');
  return { row, cells: record.map((cell: unknown) => (typeof cell === 'string' && cell.trim() !== '' ? cell : null)) };
}
