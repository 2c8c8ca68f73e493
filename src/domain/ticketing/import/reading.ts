import type { RemotePerformance, RemoteSeries } from '../model';

/** A performance as a file tells it: HT is null when the file gives neither it nor a rate, and the rate must be asked. */
export type ImportedPerformance = Omit<RemotePerformance, 'excludingTaxesCents'> & {
  readonly excludingTaxesCents: number | null;
};

export type ImportedSeries = Omit<RemoteSeries, 'performances'> & {
  /** By startAt, then id. Never empty. */
  readonly performances: readonly ImportedPerformance[];
};

/** `row`: the number that a spreadsheet shows for it. `reason`: a few French words, without any cell of a person. */
export type UnreadableRow = { readonly row: number; readonly reason: string };

export const importNeedCodes = ['tax-rate', 'series-name', 'performance-date', 'start-time', 'sheet'] as const;
export type ImportNeedCode = (typeof importNeedCodes)[number];

/** What the file cannot tell. `detail`: one French sentence. */
export type ImportNeed = { readonly code: ImportNeedCode; readonly detail: string };

/** Whether a performance can be stored: its HT is known. */
export function isStorable(performance: ImportedPerformance): performance is RemotePerformance {
  return performance.excludingTaxesCents !== null;
}
