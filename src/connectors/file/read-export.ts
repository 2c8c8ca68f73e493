import { chooseTables } from './choose-tables';
import type { ExportFile, ExportTable } from './export-file';
import { ExportRefusal } from '@/spreadsheet/export-refusal';
import { mergeReadings, type MergedReading } from './merge-readings';
import { readTable, type ReadOptions, type TableReading } from './read-table';
import { canRead, locateColumns } from './recognize-mapping';
import { recognizeColumns } from './recognize-columns';
import { toSeries } from './to-series';
import type { ConnectorWarning } from '../connector';
import { noAnswers, type ImportMapping } from '@/domain/ticketing/import/mapping';
import type { ImportedSeries, ImportNeed, UnreadableRow } from '@/domain/ticketing/import/reading';

export type ImportTotals = {
  /** Rows under the headers, blank ones left out. */
  readonly rows: number;
  readonly countedRows: number;
  /** Totals, donations, cancelled tickets and the like: rightly not counted. */
  readonly leftOutRows: number;
  readonly performances: number;
  readonly paidTickets: number;
  readonly freeTickets: number;
  readonly includingTaxesCents: number;
};

/** What a file says under a mapping. Nothing of a person is in it. */
export type ImportReading = {
  /** By id; performances by start then id. Only those whose show, date and time are known. */
  readonly series: readonly ImportedSeries[];
  /** In the order of the file; the first 10,000 of each sheet. */
  readonly unreadableRows: readonly UnreadableRow[];
  readonly unreadableCount: number;
  readonly needs: readonly ImportNeed[];
  readonly warnings: readonly ConnectorWarning[];
  readonly totals: ImportTotals;
};

const sheetNeed = 'Plusieurs feuilles contiennent des ventes différentes : indiquez lesquelles lire.';

/**
 * Reads an export whole and adds it up by performance. Throws an ExportRefusal (`no-figures` when no column tells an amount or a number
 * of free seats), or `signal.reason`. Leaves the processor to others all along.
 */
export async function readExport(
  file: ExportFile,
  mapping: ImportMapping,
  options: ReadOptions,
): Promise<ImportReading> {
  const chosen = chooseTables(file);
  const named = file.tables.filter(({ sheet }) => sheet !== null && mapping.sheets.includes(sheet));
  const tables = (named.length > 0 ? named : chosen.alike).filter((table) => canRead(table, mapping));
  if (!tables.some((table) => holdsAmounts(table, mapping))) throw new ExportRefusal('no-figures');
  const readings: { table: ExportTable; reading: TableReading }[] = [];
  for (const table of tables) readings.push({ table, reading: await readTable(table, mapping, options) });
  const merged = mergeReadings(readings);
  const needs: ImportNeed[] = [];
  if (named.length === 0 && (await tellsMore(chosen.others, merged, options))) {
    needs.push({ code: 'sheet', detail: sheetNeed });
  }
  const result = toSeries(merged, mapping.answers);
  if (merged.countedRows + merged.leftOutRows + merged.unreadableCount === 0 && !merged.needsRate) {
    throw new ExportRefusal('no-figures');
  }
  const { rows, countedRows, leftOutRows, unreadableRows, unreadableCount } = merged;
  return {
    series: result.series,
    unreadableRows,
    unreadableCount,
    needs: [...result.needs, ...needs],
    warnings: result.warnings,
    totals: { rows, countedRows, leftOutRows, ...result.totals },
  };
}

function holdsAmounts(table: ExportTable, mapping: ImportMapping): boolean {
  const places = locateColumns(table, mapping);
  return (['including-taxes', 'excluding-taxes', 'unit-price', 'free-quantity'] as const).some((one) =>
    places.has(one),
  );
}

/** Whether other sheets hold performances that those read do not: a recap holds none. */
async function tellsMore(
  others: readonly ExportTable[],
  merged: MergedReading,
  options: ReadOptions,
): Promise<boolean> {
  const known = new Set([...merged.groups.values()].map(({ start }) => JSON.stringify(start)));
  const days = new Set([...merged.groups.values()].map(({ start }) => toDay(start)));
  for (const table of others) {
    const columns = recognizeColumns(table);
    if (!columns.some(({ meaning }) => meaning === 'start-at')) continue;
    const own: ImportMapping = { version: 1, sheets: [], columns, statuses: [], answers: noAnswers };
    if (!holdsAmounts(table, own)) continue;
    const { groups } = await readTable(table, own, { signal: options.signal });
    for (const { start } of groups.values()) {
      const isKnown =
        start !== null && ('at' in start || start.time !== null)
          ? known.has(JSON.stringify(start))
          : days.has(toDay(start));
      if (!isKnown) return true;
    }
  }
  return false;
}

function toDay(start: { readonly at: string } | { readonly day: string } | null): string {
  if (start === null) return '';
  return 'day' in start ? start.day : start.at.slice(0, 10);
}
