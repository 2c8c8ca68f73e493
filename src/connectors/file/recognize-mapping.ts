import type { ExportFile, ExportTable } from './export-file';
import { chooseTables } from './choose-tables';
import { toPlainWords } from './plain-words';
import { recognizeColumns } from './recognize-columns';
import { noAnswers, type ColumnMeaning, type ImportMapping } from '@/domain/ticketing/import/mapping';

type MappedColumn = ImportMapping['columns'][number];

/**
 * How to read this file, found from its headers and from what its columns hold. A remembered mapping is taken as it is when the file
 * still has each column that it reads; columns that it does not know are ignored.
 */
export function recognizeMapping(file: ExportFile, remembered: ImportMapping | null = null): ImportMapping {
  const { main } = chooseTables(file);
  if (!remembered || !file.tables.some((table) => canRead(table, remembered))) {
    return { version: 1, sheets: [], columns: recognizeColumns(main), statuses: [], answers: noAnswers };
  }
  const table = file.tables.find((one) => canRead(one, remembered)) ?? main;
  const columns = table.columns.map(
    ({ header, occurrence }): MappedColumn =>
      findColumn(remembered, header, occurrence) ?? { header, occurrence, meaning: 'ignored' },
  );
  const sheets = remembered.sheets.filter((name) => file.tables.some(({ sheet }) => sheet === name));
  return { ...remembered, sheets, columns };
}

/** Whether a table has every column that a mapping reads. */
export function canRead(table: ExportTable, mapping: ImportMapping): boolean {
  return mapping.columns
    .filter(({ meaning }) => meaning !== 'ignored')
    .every(({ header, occurrence }) =>
      table.columns.some((one) => isSameHeader(one.header, header) && one.occurrence === occurrence),
    );
}

/** Where each meaning is in a table. A status may be told by several columns. */
export function locateColumns(
  table: ExportTable,
  mapping: ImportMapping,
): ReadonlyMap<ColumnMeaning, readonly number[]> {
  const places = new Map<ColumnMeaning, number[]>();
  for (const [index, { header, occurrence }] of table.columns.entries()) {
    const { meaning } = findColumn(mapping, header, occurrence) ?? { meaning: 'ignored' };
    if (meaning !== 'ignored') places.set(meaning, [...(places.get(meaning) ?? []), index]);
  }
  return places;
}

function findColumn(mapping: ImportMapping, header: string, occurrence: number): MappedColumn | undefined {
  return mapping.columns.find((one) => isSameHeader(one.header, header) && one.occurrence === occurrence);
}

function isSameHeader(left: string, right: string): boolean {
  return toPlainWords(left) === toPlainWords(right);
}
