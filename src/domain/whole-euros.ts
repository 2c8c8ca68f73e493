import type { AmountPair } from './declaration/neutral';
import { divideHalfUp } from './tax';

/** Cents rounded to whole euros, half a euro up: 4955.14 € is 4955. */
export function toWholeEuros(cents: number): number {
  return Number(divideHalfUp(BigInt(cents), 100n));
}

/**
 * A pair in whole euros, for a form that takes no decimals. VAT is rounded TTC − rounded HT, so that the three agree: it may
 * differ by a euro from the VAT rounded alone.
 */
export function toWholeEurosPair(pair: AmountPair): {
  readonly excludingTaxes: number;
  readonly vat: number;
  readonly includingTaxes: number;
} {
  const excludingTaxes = toWholeEuros(pair.excludingTaxesCents);
  const includingTaxes = toWholeEuros(pair.includingTaxesCents);
  return { excludingTaxes, vat: includingTaxes - excludingTaxes, includingTaxes };
}
