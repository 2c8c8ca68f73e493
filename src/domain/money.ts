import { maxAmountCents } from './declaration/bounds';
import type { AmountPair } from './declaration/neutral';

export type AmountFailure = 'not-an-amount' | 'too-many-decimals' | 'negative' | 'too-large';
export type ParsedAmount =
  { readonly ok: true; readonly cents: number | null } | { readonly ok: false; readonly reason: AmountFailure };

/** Every space a keyboard, a spreadsheet or French typography puts in a number: ordinary, no-break, narrow, thin. */
const spaces = /[\s\u00a0\u202f\u2009]/g;
/** Between 1 and 3 digits, then groups of three after the same separator. */
const grouped = /^\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*$/;

/**
 * Reads an amount typed or pasted by a person into cents: `1 234,56 €`, `1234.56`, `1 234,5`, `1,234.56`.
 * Empty text is `null` (nothing typed), never zero. At most two decimals, 0 to 99,999,999.99 €.
 * Only text is handled, never a float: `19.99 * 100` is not 1999.
 */
export function parseAmount(text: string): ParsedAmount {
  const compact = text
    .replace(spaces, ' ')
    .trim()
    .replace(/^(?:€|EUR)\s*|\s*(?:€|EUR)$/giu, '');
  if (compact === '') return text.trim() === '' ? { ok: true, cents: null } : { ok: false, reason: 'not-an-amount' };
  const unsigned = compact.replace(/^[-−]\s*/, '');
  const { whole, decimals } = splitDecimals(unsigned);
  const euros = ungroup(whole);
  if (euros === null || !/^\d*$/.test(decimals) || euros + decimals === '')
    return { ok: false, reason: 'not-an-amount' };
  if (unsigned !== compact) return { ok: false, reason: 'negative' };
  if (decimals.length > 2) return { ok: false, reason: 'too-many-decimals' };
  const digits = (euros + decimals.padEnd(2, '0')).replace(/^0+(?=\d)/, '');
  if (digits.length > String(maxAmountCents).length) return { ok: false, reason: 'too-large' };
  return { ok: true, cents: Number(digits) };
}

/** The last of `,` and `.` separates the decimals, unless it appears several times: it then groups thousands. */
function splitDecimals(text: string): { whole: string; decimals: string } {
  const at = Math.max(text.lastIndexOf(','), text.lastIndexOf('.'));
  const isSeparator = at >= 0 && text.indexOf(text.charAt(at)) === at;
  return isSeparator ? { whole: text.slice(0, at), decimals: text.slice(at + 1) } : { whole: text, decimals: '' };
}

/** Digits of the whole part, or null. Two numbers side by side (`12 34`) are not one number. */
function ungroup(whole: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  return grouped.test(whole) ? whole.replace(/\D/g, '') : null;
}

/**
 * Reads an amount in euros sent by a program (`12.5`, `"12.50"`, `219.89999999999998`) into cents, half a cent up.
 * Null when it is not a plain decimal number; negative amounts (refunds) are kept.
 */
export function eurosToCents(value: number | string): number | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?$/.exec(String(value).trim());
  if (!match) return null;
  const [, sign, euros, decimals = ''] = match;
  const roundsUp = decimals.charAt(2) >= '5';
  const cents = Number(`${euros}${decimals.slice(0, 2).padEnd(2, '0')}`) + (roundsUp ? 1 : 0);
  return sign === '-' && cents > 0 ? -cents : cents;
}

/** Euros for machines: `123456` cents are `1234.56`, always two decimals, dot, no grouping. For screens: `src/i18n/format`. */
export function toDecimalText(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Sum in cents; 0 for an empty list. Exact: a million amounts at the bound stay below 2^53. */
export function sumCents(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}

/** Sum of pairs, side by side; zeros for an empty list. */
export function sumPairs(pairs: readonly AmountPair[]): AmountPair {
  return {
    excludingTaxesCents: sumCents(pairs.map((pair) => pair.excludingTaxesCents)),
    includingTaxesCents: sumCents(pairs.map((pair) => pair.includingTaxesCents)),
  };
}
