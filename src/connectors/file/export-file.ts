import type { ExportRow } from '@/spreadsheet/export-row';

/** A file as given by a person. The name only serves to check the format. */
export type ExportSource = { readonly name: string; readonly bytes: Uint8Array };

export type ExportColumn = {
  /** On one line; empty when the column has no header. */
  readonly header: string;
  readonly occurrence: number;
};

/** One sheet (or the whole CSV) once its header is found. */
export type ExportTable = {
  /** Null for a CSV. */
  readonly sheet: string | null;
  readonly isHidden: boolean;
  readonly headerRow: number;
  readonly columns: readonly ExportColumn[];
  /** Rows above the header. */
  readonly preamble: readonly ExportRow[];
  /** The first rows under the header, at most 200: enough to recognise columns and to show an extract. */
  readonly sample: readonly ExportRow[];
  /** Fingerprint of the column names, whatever their order: under which a mapping is remembered. */
  readonly shape: string;
  /** Serials of dates count from 1904 and not from 1900. */
  readonly is1904: boolean;
  /** Every row under the header, by batches, blank ones left out. Reads the bytes again each time; throws `signal.reason`. */
  readRows(signal: AbortSignal): AsyncIterable<readonly ExportRow[]>;
};

export type ExportFile = {
  readonly format: 'csv' | 'xlsx';
  /** Those with a header and figures. Never empty. */
  readonly tables: readonly ExportTable[];
};
