import type { SheetToWrite, WrittenColumn, WrittenValue } from '@/spreadsheet/write-sheet-xml';

/** A column of a sheet and what it says of a row. */
export type SheetColumn<Row> = WrittenColumn & { readonly read: (row: Row) => WrittenValue };

/** A sheet of rows that come by batches. */
export function toSheet<Row>(
  name: string,
  columns: readonly SheetColumn<Row>[],
  batches: () => AsyncIterable<readonly Row[]>,
): SheetToWrite {
  return {
    name,
    columns,
    async *batches() {
      for await (const batch of batches()) yield batch.map((row) => columns.map(({ read }) => read(row)));
    },
  };
}

/** Amounts of one origin as three columns: HT, VAT, TTC. */
export function toAmountColumns<Row>(
  label: string,
  read: (row: Row) => { readonly excludingTaxesCents: number; readonly includingTaxesCents: number },
): readonly SheetColumn<Row>[] {
  return [
    { header: `${label} HT`, kind: 'amount', width: 16, read: (row) => read(row).excludingTaxesCents },
    {
      header: `TVA (${label.toLowerCase()})`,
      kind: 'amount',
      width: 16,
      read: (row) => read(row).includingTaxesCents - read(row).excludingTaxesCents,
    },
    { header: `${label} TTC`, kind: 'amount', width: 16, read: (row) => read(row).includingTaxesCents },
  ];
}
