import type { ExportTable } from './export-file';
import { addTallies } from './performance-tally';
import type { TableGroup, TableReading } from './read-table';
import type { UnreadableRow } from '@/domain/ticketing/import/reading';

export type MergedReading = Omit<TableReading, 'groups' | 'unreadableRows'> & {
  readonly groups: ReadonlyMap<string, TableGroup>;
  readonly unreadableRows: readonly UnreadableRow[];
};

type Sheet = { readonly table: ExportTable; readonly reading: TableReading };

/** Puts the sheets of a file together. A sheet whose every performance says exactly what the others say together is a recap: left out. */
export function mergeReadings(sheets: readonly Sheet[]): MergedReading {
  let kept = sheets;
  for (const sheet of sheets.toReversed()) {
    const others = kept.filter((one) => one !== sheet);
    if (others.length > 0 && isRecap(sheet.reading, others)) kept = others;
  }
  const groups = new Map<string, TableGroup>();
  for (const { reading } of kept) {
    for (const [key, group] of reading.groups) {
      const before = groups.get(key);
      groups.set(key, before ? { ...before, tally: addTallies(before.tally, group.tally) } : group);
    }
  }
  const sum = (count: (reading: TableReading) => number): number =>
    kept.reduce((total, { reading }) => total + count(reading), 0);
  return {
    groups,
    unreadableRows: kept.flatMap(({ table, reading }) =>
      reading.unreadableRows.map(({ row, reason }) => ({
        row,
        reason: kept.length > 1 ? `feuille « ${table.sheet ?? ''} » : ${reason}` : reason,
      })),
    ),
    unreadableCount: sum(({ unreadableCount }) => unreadableCount),
    rows: sum(({ rows }) => rows),
    countedRows: sum(({ countedRows }) => countedRows),
    leftOutRows: sum(({ leftOutRows }) => leftOutRows),
    needsRate: kept.some(({ reading }) => reading.needsRate),
  };
}

function isRecap({ groups }: TableReading, others: readonly Sheet[]): boolean {
  if (groups.size === 0) return false;
  return [...groups].every(([key, { tally }]) => {
    const same = others.flatMap(({ reading }) => reading.groups.get(key)?.tally ?? []);
    const [first, ...rest] = same;
    if (!first) return false;
    const total = rest.reduce(addTallies, first);
    return (
      total.includingTaxesCents === tally.includingTaxesCents &&
      total.paidTickets === tally.paidTickets &&
      total.freeTickets === tally.freeTickets
    );
  });
}
