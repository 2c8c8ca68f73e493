import type { ExportFile, ExportTable } from './export-file';
import { recognizeColumns } from './recognize-columns';
import { toPlainWords } from './plain-words';
import type { ColumnMeaning } from '@/domain/ticketing/import/mapping';

export type TableChoice = {
  readonly main: ExportTable;
  /** Tables with the columns of `main`, itself included, in the order of the file. */
  readonly alike: readonly ExportTable[];
  /** Visible tables of figures with other columns: recaps of the others, or something that only a person can tell. */
  readonly others: readonly ExportTable[];
};

const recap = /\b(?:recap\w*|syntheses?|totaux|resumes?|summary|tcd|pivot|bilans?|stat\w*|graph\w*)\b/;
const weights: Partial<Record<ColumnMeaning, number>> = {
  'start-at': 6,
  'series-name': 4,
  'ticket-id': 3,
  tariff: 2,
  'including-taxes': 4,
  'unit-price': 3,
  quantity: 1,
  'excluding-taxes': 1,
  'tax-rate': 1,
};

/** The most detailed of the visible tables, the first of equals. Hidden ones and recaps, by their name, only when there is nothing else. */
export function chooseTables({ tables }: ExportFile): TableChoice {
  const visible = prefer(tables, ({ isHidden }) => !isHidden);
  const detailed = prefer(visible, ({ sheet }) => !recap.test(toPlainWords(sheet ?? '')));
  const ranked = detailed.map((table) => ({ table, weight: weigh(table) }));
  const [first] = ranked.toSorted((a, b) => b.weight - a.weight || b.table.sample.length - a.table.sample.length);
  if (!first) throw new RangeError('a file holds at least one table');
  const main = first.table;
  return {
    main,
    alike: detailed.filter(({ shape }) => shape === main.shape),
    others: ranked.filter(({ table, weight }) => table.shape !== main.shape && weight > 0).map(({ table }) => table),
  };
}

function prefer(tables: readonly ExportTable[], isPreferred: (table: ExportTable) => boolean): readonly ExportTable[] {
  const preferred = tables.filter(isPreferred);
  return preferred.length > 0 ? preferred : tables;
}

function weigh(table: ExportTable): number {
  return recognizeColumns(table).reduce((sum, { meaning }) => sum + (weights[meaning] ?? 0), 0);
}
