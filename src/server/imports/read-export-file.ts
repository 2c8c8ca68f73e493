import 'server-only';
import { chooseTables } from '@/connectors/file/choose-tables';
import { type ExportFile, type ExportSource } from '@/connectors/file/export-file';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { openExport } from '@/connectors/file/open-export';
import { readExport } from '@/connectors/file/read-export';
import { recognizeMapping } from '@/connectors/file/recognize-mapping';
import { type ImportMapping } from '@/domain/ticketing/import/mapping';
import { type StoredReading } from './stored-reading';

export type ReadingOptions = {
  /** What a person decided; null the first time. */
  readonly mapping: ImportMapping | null;
  /** How earlier files of a shape were read. */
  readonly remembered: (shape: string) => Promise<ImportMapping | null>;
  readonly signal: AbortSignal;
  /** How many rows were read so far. */
  readonly onRows: (rows: number) => void;
};

export type ReadExport = {
  /** Under which the mapping is remembered, and by which the ticketing is known. */
  readonly shape: string;
  readonly mapping: ImportMapping;
  readonly isRemembered: boolean;
  readonly rows: number;
  readonly reading: StoredReading;
};

/** As many rows as a person goes through; their number is told whole. */
const keptRows = 1000;

/** Reads a file with the mapping of a person, else the remembered one, else the one that is recognised. Throws an ExportRefusal. */
export async function readExportFile(source: ExportSource, options: ReadingOptions): Promise<ReadExport> {
  const { signal, onRows } = options;
  const file = await openExport(source, signal);
  const { shape } = chooseTables(file).main;
  const remembered = options.mapping === null ? await options.remembered(shape) : null;
  const mapping = options.mapping ?? recognizeMapping(file, remembered);
  const sheets = file.tables.flatMap(({ sheet, isHidden }) => (sheet === null ? [] : [{ name: sheet, isHidden }]));
  const { rows, ...reading } = await read(file, mapping, signal, onRows);
  return { shape, mapping, isRemembered: remembered !== null, rows, reading: { ...reading, sheets } };
}

type Read = Omit<StoredReading, 'sheets'> & { readonly rows: number };

async function read(
  file: ExportFile,
  mapping: ImportMapping,
  signal: AbortSignal,
  onRows: (rows: number) => void,
): Promise<Read> {
  try {
    const result = await readExport(file, mapping, { signal, onProgress: ({ rows }) => onRows(rows) });
    return {
      series: result.series,
      unreadable: result.unreadableRows.slice(0, keptRows),
      unreadableCount: result.unreadableCount,
      needs: result.needs,
      warnings: result.warnings,
      rows: result.totals.rows,
    };
  } catch (error) {
    // The file has figures, or it would not have opened: it is the mapping that tells none, and a person can mend it.
    if (!(error instanceof ExportRefusal) || error.reason !== 'no-figures') throw error;
    return { series: [], unreadable: [], unreadableCount: 0, needs: [], warnings: [], rows: 0 };
  }
}
