import type { AmountPair } from './declaration/neutral';

/** Rates a person may choose, in basis points: mainland, Corsica and overseas, and 0 for who is not subject to VAT. */
export const legalRatesBp = [0, 90, 105, 210, 550, 850, 1000, 2000] as const;

/** Rates a ticketing system may give for a performance in France: the above, and Corsica's 13 %. */
const frenchRatesBp: ReadonlySet<number> = new Set([...legalRatesBp, 1300]);

export function isFrenchRate(rateBp: number): boolean {
  return frenchRatesBp.has(rateBp);
}

/**
 * The one rounding rule: the nearest integer to a fraction, half up, in exact integers.
 * The dividend is 0 or more and the divisor above 0; a RangeError says otherwise (amounts are never negative).
 */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  if (dividend < 0n || divisor <= 0n) throw new RangeError('divideHalfUp wants a dividend >= 0 and a divisor > 0');
  return (2n * dividend + divisor) / (2n * divisor);
}

/** HT from TTC: `TTC × 10000 / (10000 + rate)`, half a cent up. Cents and basis points. */
export function toExcludingTaxes(includingTaxesCents: number, rateBp: number): number {
  return Number(divideHalfUp(BigInt(includingTaxesCents) * 10_000n, 10_000n + BigInt(rateBp)));
}

/** TTC from HT: `HT × (10000 + rate) / 10000`, half a cent up. Cents and basis points. */
export function toIncludingTaxes(excludingTaxesCents: number, rateBp: number): number {
  return Number(divideHalfUp(BigInt(excludingTaxesCents) * (10_000n + BigInt(rateBp)), 10_000n));
}

/** VAT of a stored pair: always TTC − HT, never recomputed from a rate (three roundings do not add up). */
export function vatCents(pair: AmountPair): number {
  return pair.includingTaxesCents - pair.excludingTaxesCents;
}

/**
 * HT of a performance whose tickets have several rates: TTC is summed per rate, each sum divided exactly,
 * the fractions added, and the whole rounded once, half a cent up. 0 for an empty list.
 */
export function toExcludingTaxesOfGroups(
  groups: readonly { readonly includingTaxesCents: number; readonly taxRateBp: number }[],
): number {
  const perRate = new Map<number, bigint>();
  for (const { includingTaxesCents, taxRateBp } of groups) {
    perRate.set(taxRateBp, (perRate.get(taxRateBp) ?? 0n) + BigInt(includingTaxesCents));
  }
  let numerator = 0n;
  let denominator = 1n;
  for (const [rateBp, cents] of perRate) {
    const divisor = 10_000n + BigInt(rateBp);
    numerator = numerator * divisor + cents * 10_000n * denominator;
    denominator *= divisor;
  }
  return Number(divideHalfUp(numerator, denominator));
}

/**
 * A vendor's rate in basis points: 5.5, `"5.50"`, `"5,5 %"` and 0.055 are all 550. No French rate lies between 50 % as a
 * fraction and 0.9 as a percentage, so a value above 0.5 is a percentage. Null when it is no number or not within 0 to 100 %.
 */
export function normalizeRateBp(value: number | string): number | null {
  const text = String(value)
    .replace(/[\s\u00a0\u202f]*%?[\s\u00a0\u202f]*$/u, '')
    .trim()
    .replace(',', '.');
  if (!/^\d+(?:\.\d+)?$/.test(text)) return null;
  const rate = Number(text);
  const rateBp = Math.round(rate > 0.5 ? rate * 100 : rate * 10_000);
  return rateBp <= 10_000 ? rateBp : null;
}

export type TaxTerritory = 'mainland' | 'corsica' | 'overseas' | 'outside';
export type SuggestedRates = {
  readonly territory: TaxTerritory;
  /** The usual rate of a performance there. */
  readonly defaultRateBp: number;
  /** Rates that may apply there, the usual one first; 0 is always among them (not subject to VAT). */
  readonly ratesBp: readonly number[];
};

const ratesByTerritory: Readonly<Record<TaxTerritory, readonly [number, ...number[]]>> = {
  mainland: [550, 210, 1000, 2000, 0],
  corsica: [210, 90, 1000, 2000, 0],
  overseas: [210, 105, 850, 0],
  outside: [0],
};

/**
 * VAT rates to propose for a venue, from its postal code: the rate follows the place of the performance.
 * Corsica 20; Guadeloupe, Martinique, Réunion 971, 972, 974 (but Saint-Barthélemy and Saint-Martin have no VAT);
 * Guyane, Mayotte and the other overseas codes: none. Monaco (980) and everything else: mainland.
 */
export function suggestRates(postalCode: string): SuggestedRates {
  const territory = toTaxTerritory(postalCode.trim());
  const ratesBp = ratesByTerritory[territory];
  return { territory, defaultRateBp: ratesBp[0], ratesBp };
}

function toTaxTerritory(postalCode: string): TaxTerritory {
  if (/^20/.test(postalCode)) return 'corsica';
  if (/^(?:97133|97150|973|975|976|977|978|98[1-9])/.test(postalCode)) return 'outside';
  if (/^97[124]/.test(postalCode)) return 'overseas';
  return 'mainland';
}

/** Whether a pair may come from this rate: HT within one cent of what the rate gives. Typed pairs are never corrected from it. */
export function rateFits(pair: AmountPair, rateBp: number): boolean {
  return Math.abs(pair.excludingTaxesCents - toExcludingTaxes(pair.includingTaxesCents, rateBp)) <= 1;
}
