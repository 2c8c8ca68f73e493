import { createHash } from 'node:crypto';
import { createRowReader, type RowSale, type RowStart } from './create-row-reader';
import type { ExportTable } from './export-file';
import { addRow, createTally, type PerformanceTally } from './performance-tally';
import type { ImportMapping } from '@/domain/ticketing/import/mapping';
import type { UnreadableRow } from '@/domain/ticketing/import/reading';

/** One performance of a table: `start` may still lack its time, `seriesName` may still be asked. */
export type TableGroup = {
  readonly seriesKey: string;
  readonly seriesName: string | null;
  readonly performanceId: string | null;
  readonly start: RowStart;
  readonly tally: PerformanceTally;
};

export type TableReading = {
  readonly groups: ReadonlyMap<string, TableGroup>;
  readonly unreadableRows: readonly UnreadableRow[];
  readonly unreadableCount: number;
  readonly rows: number;
  readonly countedRows: number;
  readonly leftOutRows: number;
  readonly needsRate: boolean;
};

/** Reasons shown one by one; beyond, they are only counted. */
const maxUnreadable = 10_000;

export type ReadOptions = {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: { readonly rows: number }) => void;
};

/** Adds up the rows of one table by performance. Memory: one tally per performance, and the numbers of the tickets. */
export async function readTable(
  table: ExportTable,
  mapping: ImportMapping,
  options: ReadOptions,
): Promise<TableReading> {
  const readRow = createRowReader(table, mapping);
  const groups = new Map<string, TableGroup>();
  const unreadableRows: UnreadableRow[] = [];
  const tickets = new Set<string>();
  const counts = { rows: 0, countedRows: 0, leftOutRows: 0, unreadableCount: 0 };
  let needsRate = false;
  const report = (row: number, reason: string): void => {
    counts.unreadableCount += 1;
    if (unreadableRows.length < maxUnreadable) unreadableRows.push({ row, reason });
  };
  for await (const batch of table.readRows(options.signal)) {
    for (const row of batch) {
      counts.rows += 1;
      const outcome = readRow(row);
      if (outcome.type === 'unreadable') report(row.row, outcome.reason);
      else if (outcome.type === 'needs-rate') needsRate = true;
      else if (outcome.type === 'skipped') counts.leftOutRows += 1;
      else {
        const key = toGroupKey(outcome.sale);
        const { figures, ticketId } = outcome.sale;
        const group = groups.get(key) ?? toGroup(outcome.sale);
        if (!groups.has(key)) groups.set(key, group);
        if (figures === null) counts.leftOutRows += 1;
        else if (
          ticketId !== null &&
          figures.includingTaxesCents >= 0 &&
          isKnownTicket(tickets, `${ticketId}\n${key}`)
        ) {
          report(row.row, 'billet déjà lu plus haut');
        } else {
          addRow(group.tally, figures);
          counts.countedRows += 1;
        }
      }
    }
    options.onProgress?.({ rows: counts.rows });
    options.signal.throwIfAborted();
  }
  return { groups, unreadableRows, needsRate, ...counts };
}

/** Files with several rows per ticket number are rare, exports that print a ticket twice are not. */
function isKnownTicket(tickets: Set<string>, key: string): boolean {
  if (tickets.has(key)) return true;
  tickets.add(key);
  return false;
}

function toGroup(sale: RowSale): TableGroup {
  return {
    seriesKey: toSeriesKey(sale),
    seriesName: sale.seriesName,
    performanceId: sale.performanceId,
    start: sale.start,
    tally: createTally(),
  };
}

/** Same for two rows of one performance in one table: no digest, this runs for every row. */
function toGroupKey({ seriesId, seriesName, performanceId, start }: RowSale): string {
  const when = start === null ? '' : 'at' in start ? start.at : `${start.day} ${start.time ?? ''}`;
  return `${when}\n${performanceId ?? ''}\n${seriesId ?? seriesName ?? ''}`;
}

/**
 * The stable identifier of a show: its own in the file when there is one, else a digest of its name whatever its case, spaces
 * and apostrophes. Another export of the same software then speaks of the same show.
 */
export function toSeriesKey({ seriesId, seriesName }: Pick<RowSale, 'seriesId' | 'seriesName'>): string {
  if (seriesId !== null) return `id:${seriesId.slice(0, 100)}`;
  const plain = (seriesName ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return seriesName === null ? '' : `name:${createHash('sha256').update(plain).digest('hex').slice(0, 32)}`;
}
