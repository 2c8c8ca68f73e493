/** Middle of the values, and their largest. Milliseconds in, one decimal out. */
export function summarize(values: readonly number[]): { readonly median: number; readonly worst: number } {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const last = sorted.at(-1) ?? Number.NaN;
  return { median: round(middle), worst: round(last) };
}

export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

export type Measure = {
  readonly what: string;
  readonly value: number | null;
  readonly unit: 'ms' | 's' | 'kB' | 'MiB' | 'requests' | 'nodes';
  /** The most it should be; null when only told. */
  readonly target: number | null;
  readonly note?: string;
};
