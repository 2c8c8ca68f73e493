import { type ExpenseKind, expenseKinds } from '@/domain/declaration/bounds';
import type { AmountPair } from '@/domain/declaration/neutral';
import { expenseLabels } from '@/i18n/labels';
import type { SheetToWrite } from '@/spreadsheet/write-sheet-xml';
import type { ExportedShow } from './exported-show';
import { type SheetColumn, toAmountColumns, toSheet } from './to-sheet';

type Row = { readonly showName: string; readonly kind: ExpenseKind; readonly amounts: AmountPair };

const columns: readonly SheetColumn<Row>[] = [
  { header: 'Spectacle', kind: 'text', width: 42, read: ({ showName }) => showName },
  { header: 'Nature', kind: 'text', width: 28, read: ({ kind }) => expenseLabels[kind] },
  ...toAmountColumns<Row>('Dépenses', ({ amounts }) => amounts),
];

/** One line per kind of expense that was answered. */
export function toExpensesSheet(batches: () => AsyncIterable<readonly ExportedShow[]>): SheetToWrite {
  return toSheet('Dépenses', columns, async function* () {
    for await (const shows of batches()) yield shows.flatMap(listExpenses);
  });
}

function listExpenses({ draft: { series } }: ExportedShow): Row[] {
  return expenseKinds.flatMap((kind) => {
    const amounts = series.expenses[kind];
    return amounts ? [{ showName: series.name, kind, amounts }] : [];
  });
}
