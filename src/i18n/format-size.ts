import { formatCount, noBreakSpace } from './format';

/** Bytes as `812 octets`, `48 Ko`, `1,2 Mo` (thousands, rounded up so that nothing weighs zero). */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return `${formatCount(bytes)}${noBreakSpace}octets`;
  if (bytes < 1_000_000) return `${formatCount(Math.ceil(bytes / 1000))}${noBreakSpace}Ko`;
  const tenths = Math.ceil(bytes / 100_000);
  return `${formatCount(Math.floor(tenths / 10))},${tenths % 10}${noBreakSpace}Mo`;
}
