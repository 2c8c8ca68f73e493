/** A cell that holds no value of its own: an error (`#REF!`), a formula without cached value, an amount in another currency. */
export type CellFault = { readonly fault: 'error' | 'formula' | 'currency' };

/**
 * Text as printed, numbers as stored (dates of a spreadsheet are already `YYYY-MM-DD HH:MM:SS`, `YYYY-MM-DD` or `HH:MM:SS`, rates
 * are fractions), null when empty.
 */
export type Cell = string | number | null | CellFault;

/** `row`: the number that a spreadsheet shows. `isCut`: the file ends in the middle of this row. */
export type ExportRow = { readonly row: number; readonly cells: readonly Cell[]; readonly isCut?: true };
