import { noBreakSpace } from './format';

/**
 * The quarter of a key (`2026-T2`) in words: `2e trimestre 2026`, `1er trimestre 2026`; other text is left as it is. Reads the key
 * itself, so that light pages load no calendar.
 */
export function formatQuarter(period: string): string {
  return period.replace(
    /^(\d{4})-T([1-4])$/,
    (_key, year: string, quarter: string) =>
      `${quarter === '1' ? '1er' : `${quarter}e`}${noBreakSpace}trimestre ${year}`,
  );
}

/** What a declaration by period is called where others bear the name of their show. */
export function formatPeriod(period: string): string {
  return `SIBIL, ${formatQuarter(period)}`;
}
